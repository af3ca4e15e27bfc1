import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { FieldChange } from '@kolo/domain/reports/report-content'
import type { TargetPlan } from '@kolo/domain/targets/targets'
import type { TestHub } from './hub.ts'
import { takingPart, testProject, testRollout } from './project.ts'
import { addFile } from '../features/files/commands/add-file.ts'
import { chooseIndicators } from '../features/indicators/commands/choose-indicators.ts'
import { importIndicators } from '../features/indicators/commands/import-indicators.ts'
import { openReport } from '../features/reports/commands/open-report.ts'
import { acceptReport } from '../features/reports/commands/review-report.ts'
import { saveDraft } from '../features/reports/commands/save-draft.ts'
import { submitReport } from '../features/reports/commands/submit-report.ts'

/** A baseline and two targets for a share. */
export const targetPlan: TargetPlan = {
  baseline: { figure: 12.5, on: '2025-01-31', source: 'Register of the town hall' },
  targets: [
    { on: '2025-10-31', figure: 80 },
    { on: '2026-06-30', figure: 95 },
  ],
}

/** Two indicators of the catalogue, by key. */
async function testIndicators(hub: TestHub): Promise<{ closed: string; deadline: string }> {
  const fact = {
    name: 'An indicator',
    unit: '%',
    kind: 'ratio' as const,
    direction: 'up' as const,
    rollup: 'ratio' as const,
    reference: '',
  }
  const rows = ['reports-closed', 'within-deadline'].map((key) => ({ key, ...fact }))
  await hub.run(importIndicators, SYSTEM_ACTOR_ID, { spaceId: hub.networkSpaceId, rows })
  const known = await hub.db.selectFrom('indicator').select(['id', 'key']).execute()
  const idOf = (key: string): string => known.find((indicator) => indicator.key === key)!.id
  return { closed: idOf('reports-closed'), deadline: idOf('within-deadline') }
}

/** A project with a rollout that reports two indicators, and everybody around it. */
export async function reportingRollout(hub: TestHub) {
  const project = await testProject(hub)
  const partner = await takingPart(hub, project.projectId, { kind: 'partner' })
  const observer = await takingPart(hub, project.projectId, { kind: 'observer' })
  const rollout = await testRollout(hub, project, [partner.organizationId])
  const indicators = await testIndicators(hub)
  const spaceId = rollout.rolloutSpaceId
  const indicatorIds = [indicators.closed, indicators.deadline]
  await hub.run(chooseIndicators, project.coordinatorId, { spaceId, rolloutId: rollout.rolloutId, indicatorIds })
  return {
    ...indicators,
    project,
    rollout,
    coordinatorId: project.coordinatorId,
    partnerId: partner.people[0]!,
    observerId: observer.people[0]!,
    officerId: rollout.officerId,
    approverId: rollout.approverId,
    rolloutSpaceId: spaceId,
    municipalitySpaceId: rollout.municipalitySpaceId!,
  }
}

export type Reporting = Awaited<ReturnType<typeof reportingRollout>>
export type Period = { readonly periodStart: string; readonly periodEnd: string; readonly dueOn: string }
export const october: Period = { periodStart: '2025-10-01', periodEnd: '2025-10-31', dueOn: '2025-11-10' }
export const november: Period = { periodStart: '2025-11-01', periodEnd: '2025-11-30', dueOn: '2099-12-31' }

/** Opens the report of a period; answers its id. */
export async function openFor(hub: TestHub, reporting: Reporting, period: Period): Promise<string> {
  const reportId = randomUUID()
  const { rolloutSpaceId: spaceId, rollout, coordinatorId } = reporting
  await hub.run(openReport, coordinatorId, { spaceId, reportId, rolloutId: rollout.rolloutId, ...period })
  return reportId
}

/** What a full draft says; fields that nobody wrote before. */
export const fullDraft = (indicatorId: string, done = 'Forms are online.'): FieldChange[] => [
  { field: 'health', value: 'atRisk', base: null },
  { field: 'progress', value: 40, base: null },
  { field: 'done', value: done, base: null },
  { field: 'blockedBy', value: 'No reader of cards.', base: null },
  { field: 'indicator', indicatorId, value: { numerator: 169, denominator: 202 }, base: null },
]

/** Writes and hands in; answers the submission's id. */
export async function handIn(
  hub: TestHub,
  reporting: Reporting,
  reportId: string,
  changes: FieldChange[],
): Promise<string> {
  const submissionId = randomUUID()
  const key = { spaceId: reporting.municipalitySpaceId, reportId }
  await hub.run(saveDraft, reporting.officerId, { ...key, changes })
  await hub.run(submitReport, reporting.officerId, { ...key, submissionId })
  return submissionId
}

/** Hands in and accepts. */
export async function accepted(
  hub: TestHub,
  reporting: Reporting,
  period: Period,
  changes: FieldChange[],
): Promise<string> {
  const reportId = await openFor(hub, reporting, period)
  const submissionId = await handIn(hub, reporting, reportId, changes)
  await hub.run(acceptReport, reporting.coordinatorId, { spaceId: reporting.rolloutSpaceId, reportId, submissionId })
  return reportId
}

/** Uploads a file into a space and adds it; answers its id. */
export async function storedFile(hub: TestHub, spaceId: string, personId: string, name: string): Promise<string> {
  const fileId = randomUUID()
  const content = { type: 'image/png', size: 7, sha256: 'ab', at: new Date().toISOString() }
  await hub.db
    .insertInto('upload')
    .values({ id: fileId, space_id: spaceId, person_id: personId, ...content })
    .execute()
  await hub.run(addFile, personId, { spaceId, fileId, name })
  return fileId
}
