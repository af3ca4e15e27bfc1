import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { Content } from '@kolo/domain/reports/report-content'
import { cameInTime, isOverdue, type OutsideState, stateOn } from '@kolo/domain/reports/report-state'
import { lastValuesOf, type LastValue } from '@kolo/domain/reports/last-values'
import type { Health } from '@kolo/domain/rollouts/rollouts'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import { participates } from '../projects/projects.queries.ts'
import { visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { roleIn } from '../spaces/spaces.queries.ts'
import { reportsOf } from './reports.queries.ts'

/** A report in the table of completeness; its state is what those outside of the municipality may know. */
export type CompletenessCell = {
  readonly reportId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly dueOn: string
  readonly state: OutsideState
  readonly overdue: boolean
  /** Null while that is still open. */
  readonly onTime: boolean | null
  readonly submittedAt: string | null
}

/** Rollout × period: which reports are there, and whether they came in time. */
export type Completeness = {
  /** First days of all periods, ascending. */
  readonly periods: readonly { readonly periodStart: string; readonly periodEnd: string }[]
  readonly rollouts: readonly {
    readonly rolloutId: string
    readonly title: string
    readonly spaceId: string
    readonly cells: readonly CompletenessCell[]
  }[]
}

/** The table of completeness and timeliness, of the rollouts whose space the person is in. */
export const reportsCompleteness = query('reports.completeness', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId, now }): Promise<Completeness> {
    if (!(await participates(db, personId, input.projectId))) throw notFound()
    const today = now.slice(0, 10)
    const rollouts = (await visibleRollouts(db, personId, input)).flatMap(({ spaceId, ...rollout }) =>
      spaceId ? [{ ...rollout, spaceId }] : [],
    )
    const rows =
      rollouts.length === 0
        ? []
        : await db
            .selectFrom('report')
            .select(['id', 'rollout_id', 'period_start', 'period_end', 'due_on', 'state', 'first_submitted_at'])
            .where(
              'rollout_id',
              'in',
              rollouts.map((rollout) => rollout.id),
            )
            .orderBy('period_start')
            .execute()
    const cells = Map.groupBy(rows, (row) => row.rollout_id)
    const periods = new Map(
      rows.map((row) => [
        `${row.period_start} ${row.period_end}`,
        { periodStart: row.period_start, periodEnd: row.period_end },
      ]),
    )
    return {
      periods: [...periods].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period),
      rollouts: rollouts.map(({ id, title, spaceId }) => ({
        rolloutId: id,
        title,
        spaceId,
        cells: (cells.get(id) ?? []).map((row) => cellOf(row, today)),
      })),
    }
  },
})

type CellRow = {
  id: string
  period_start: string
  period_end: string
  due_on: string
  state: 'open' | 'submitted' | 'returned' | 'accepted'
  first_submitted_at: string | null
}

function cellOf(row: CellRow, today: string): CompletenessCell {
  const times = { dueOn: row.due_on, firstSubmittedAt: row.first_submitted_at }
  return {
    reportId: row.id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    dueOn: row.due_on,
    state: stateOn({ state: row.state, periodEnd: row.period_end }, today),
    overdue: isOverdue(times, today),
    onTime: cameInTime(times, today),
    submittedAt: row.first_submitted_at,
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
