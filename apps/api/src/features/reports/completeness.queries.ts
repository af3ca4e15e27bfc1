import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { daySchema } from '@kolo/domain/core/text'
import type { Content } from '@kolo/domain/reports/report-content'
import { cameInTime, isOverdue, type OutsideState, stateOn } from '@kolo/domain/reports/report-state'
import { lastValuesOf, type LastValue } from '@kolo/domain/reports/last-values'
import type { Health } from '@kolo/domain/rollouts/rollouts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { participates } from '../projects/projects.queries.ts'
import { type VisibleRollout, visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { roleIn } from '../spaces/spaces.queries.ts'
import { reportsOf } from './reports.queries.ts'

/** A report in the table of completeness; its state is what those outside of the municipality may know. */
export type CompletenessCell = {
  readonly reportId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly state: OutsideState
  readonly overdue: boolean
  /** Null while that is still open. */
  readonly onTime: boolean | null
  readonly isSubmitted: boolean
}

type NamedRollout = { readonly rolloutId: string; readonly title: string; readonly spaceId: string }

/** Rollout × period: which reports are there, and whether they came in time. */
export type Completeness = {
  /** The newest, at most twelve, ascending. */
  readonly periods: readonly { readonly periodStart: string; readonly periodEnd: string }[]
  /** Whether there are some before these. */
  readonly hasEarlier: boolean
  readonly rollouts: readonly (NamedRollout & { readonly cells: readonly CompletenessCell[] })[]
}

// A year of monthly reports: more columns nobody takes in at once.
const periodsShown = 12

/** The table of completeness and timeliness, of the rollouts whose space the person is in; of periods that begin before a day. */
export const reportsCompleteness = query('reports.completeness', {
  input: z.object({ projectId: idSchema, before: daySchema.optional() }),
  async handle({ db, input, personId, now }): Promise<Completeness> {
    const rollouts = await openRollouts(db, personId, input.projectId)
    const known = await periodsOf(db, rollouts, input.before)
    const periods = known.slice(0, periodsShown).toReversed()
    const [first] = periods
    const rows = first
      ? await cellRows(db, rollouts)
          .where('period_start', '>=', first.periodStart)
          .$if(input.before !== undefined, (some) => some.where('period_start', '<', input.before ?? ''))
          .execute()
      : []
    const cells = Map.groupBy(rows, (row) => row.rollout_id)
    return {
      periods,
      hasEarlier: known.length > periods.length,
      rollouts: rollouts.map((rollout) => ({
        ...rollout,
        cells: (cells.get(rollout.rolloutId) ?? []).map((row) => cellOf(row, now.slice(0, 10))),
      })),
    }
  },
})

/** A report with its rollout. */
export type NamedReport = NamedRollout & { readonly cell: CompletenessCell }

/** Reports that wait, oldest first: overdue and returned ones for the municipality, submitted ones for the coordinator. */
export const reportsWaiting = query('reports.waiting', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId, now }): Promise<NamedReport[]> {
    const today = now.slice(0, 10)
    const rollouts = await openRollouts(db, personId, input.projectId)
    const rows = await cellRows(db, rollouts)
      .where('state', '!=', 'accepted')
      .where((where) => where.or([where('state', '!=', 'open'), where('due_on', '<', today)]))
      .execute()
    const byId = new Map(rollouts.map((rollout) => [rollout.rolloutId, rollout]))
    return rows.flatMap((row) => {
      const rollout = byId.get(row.rollout_id)
      return rollout ? [{ ...rollout, cell: cellOf(row, today) }] : []
    })
  },
})

/** The rollouts of a project whose space the person is in. */
async function openRollouts(db: Reads, personId: string, projectId: string): Promise<NamedRollout[]> {
  if (!(await participates(db, personId, projectId))) throw notFound()
  return inSpaces(await visibleRollouts(db, personId, { projectId }))
}

/** Those whose space the person is in: observers see reports only once they are accepted. */
export const inSpaces = (rollouts: readonly VisibleRollout[]): NamedRollout[] =>
  rollouts.flatMap(({ id: rolloutId, title, spaceId }) => (spaceId ? [{ rolloutId, title, spaceId }] : []))

const idsOf = (rollouts: readonly NamedRollout[]): string => `{${rollouts.map(({ rolloutId }) => rolloutId).join()}}`

/** The newest periods, one more than are shown. */
const periodsOf = (db: Reads, rollouts: readonly NamedRollout[], before: string | undefined) =>
  db
    .selectFrom('report')
    .select(['period_start as periodStart', 'period_end as periodEnd'])
    .distinct()
    .where(sql<boolean>`rollout_id = any(${idsOf(rollouts)}::uuid[])`)
    .$if(before !== undefined, (some) => some.where('period_start', '<', before ?? ''))
    .orderBy('period_start', 'desc')
    .orderBy('period_end', 'desc')
    .limit(periodsShown + 1)
    .execute()

/** Their reports, oldest first, as `cellOf` wants them. */
export const cellRows = (db: Reads, rollouts: readonly NamedRollout[]) =>
  db
    .selectFrom('report')
    .select(['id', 'rollout_id', 'period_start', 'period_end', 'due_on', 'state', 'first_submitted_at'])
    .where(sql<boolean>`rollout_id = any(${idsOf(rollouts)}::uuid[])`)
    .orderBy('period_start')

type CellRow = {
  id: string
  period_start: string
  period_end: string
  due_on: string
  state: 'open' | 'submitted' | 'returned' | 'accepted'
  first_submitted_at: string | null
}

/** What those outside of the municipality may know of a report. */
export function cellOf(row: CellRow, today: string): CompletenessCell {
  const times = { dueOn: row.due_on, firstSubmittedAt: row.first_submitted_at }
  return {
    reportId: row.id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    state: stateOn({ state: row.state, periodEnd: row.period_end }, today),
    overdue: isOverdue(times, today),
    onTime: cameInTime(times, today),
    isSubmitted: row.first_submitted_at !== null,
  }
}

/** Each indicator's last accepted value before a report's period, for those in the rollout's space. */
export const reportsLastValues = query('reports.lastValues', {
  input: z.object({ spaceId: idSchema, reportId: idSchema }),
  async handle({ db, input, personId }): Promise<Readonly<Record<string, LastValue>>> {
    await roleIn(db, personId, input.spaceId)
    const reports = await reportsOf(db, input.spaceId)
    const report = reports.find(({ id }) => id === input.reportId)
    if (!report) throw notFound()
    return lastValuesOf(reports, report.periodStart)
  },
})

/** What observers may know of a rollout's accepted report: health, progress and values; never blockers, help or threads. */
export type AcceptedResult = {
  readonly rolloutId: string
  readonly title: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly acceptedAt: string
  readonly nothingToReport: boolean
  readonly health: Health | null
  readonly progress: number | null
  readonly values: Content['values']
}

/** Accepted results of a project, by rollout and period: of all rollouts for its observers, else of those that the person is in. */
export const reportsResults = query('reports.results', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId }): Promise<AcceptedResult[]> {
    if (!(await participates(db, personId, input.projectId))) throw notFound()
    const rollouts = await visibleRollouts(db, personId, input)
    if (rollouts.length === 0) return []
    const rows = await db
      .selectFrom('report')
      .innerJoin('submission', 'submission.id', 'report.accepted_submission_id')
      .select([
        'report.rollout_id',
        'report.title',
        'report.period_start',
        'report.period_end',
        'report.accepted_at',
        'submission.content',
      ])
      .where(
        'report.rollout_id',
        'in',
        rollouts.map((rollout) => rollout.id),
      )
      .orderBy('report.title')
      .orderBy('report.period_start')
      .execute()
    return rows.map((row) => {
      const { nothingToReport, health, progress, values } = row.content as Content
      const period = { periodStart: row.period_start, periodEnd: row.period_end }
      return {
        rolloutId: row.rollout_id,
        title: row.title,
        ...period,
        acceptedAt: row.accepted_at ?? '',
        nothingToReport,
        health,
        progress,
        values,
      }
    })
  },
})
