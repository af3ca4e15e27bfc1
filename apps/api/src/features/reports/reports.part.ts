import type { DraftsPart, ReportsPart } from '@kolo/domain/reports/reports.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { draftsOf, reportsOf } from './reports.queries.ts'

/** The reports of a rollout's space, by id. */
export const loadReports: PartLoader<ReportsPart> = async (db, spaceId) =>
  Object.fromEntries((await reportsOf(db, spaceId)).map((report) => [report.id, report]))

/** The drafts of a municipality's space, by the report's id. */
export const loadDrafts: PartLoader<DraftsPart> = async (db, spaceId) =>
  Object.fromEntries((await draftsOf(db, spaceId)).map((draft) => [draft.id, draft]))
