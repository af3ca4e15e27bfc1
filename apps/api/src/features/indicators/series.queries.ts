import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import { type Coverage, coverageOf, type Reading, type RolledUp, rollUp } from '@kolo/domain/indicators/roll-up'
import type { IndicatorValue } from '@kolo/domain/indicators/values'
import type { Content } from '@kolo/domain/reports/report-content'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { participates } from '../projects/projects.queries.ts'
import { visibleRollouts } from '../rollouts/rollouts.queries.ts'

type Accepted = {
  readonly rolloutId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly indicators: readonly Indicator[]
  readonly content: Content
}

/** The accepted reports of rollouts, by period; the caller has checked who asks. */
async function acceptedReports(db: Reads, rolloutIds: readonly string[]): Promise<Accepted[]> {
  if (rolloutIds.length === 0) return []
  const rows = await db
    .selectFrom('report')
    .innerJoin('submission', 'submission.id', 'report.accepted_submission_id')
    .select([
      'report.rollout_id',
      'report.period_start',
      'report.period_end',
      'report.indicators',
      'submission.content',
    ])
    .where('report.rollout_id', 'in', rolloutIds)
    .orderBy('report.period_start')
    .execute()
  return rows.map((row) => ({
    rolloutId: row.rollout_id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    indicators: row.indicators as Indicator[],
    content: row.content as Content,
  }))
}

function readingOf({ content }: Accepted, indicatorId: string): Reading {
  if (content.nothingToReport) return { state: 'nothingToReport' }
  const value = content.values[indicatorId]
  return value ? { state: 'reported', value } : { state: 'missing' }
}

/** An indicator of a rollout over time, a point for each accepted report that asked for it, oldest first. */
export type IndicatorSeries = {
  readonly indicator: Indicator
  readonly points: readonly { readonly periodStart: string; readonly periodEnd: string; readonly reading: Reading }[]
}

/** The accepted values of a rollout's indicators over time: for those in its space, and for observers of its project. */
export const indicatorSeries = query('indicators.series', {
  input: z.object({ rolloutId: idSchema }),
  async handle({ db, input, personId }): Promise<IndicatorSeries[]> {
    const rollout = await db
      .selectFrom('rollout')
      .select('project_id')
      .where('id', '=', input.rolloutId)
      .executeTakeFirst()
    const visible = rollout ? await visibleRollouts(db, personId, { projectId: rollout.project_id }) : []
    if (!visible.some(({ id }) => id === input.rolloutId)) throw notFound()
    const reports = await acceptedReports(db, [input.rolloutId])
    return indicatorsOf(reports).map((indicator) => ({
      indicator,
      points: reports
        .filter((report) => report.indicators.some(({ id }) => id === indicator.id))
        .map((report) => ({
          periodStart: report.periodStart,
          periodEnd: report.periodEnd,
          reading: readingOf(report, indicator.id),
        })),
    }))
  },
})

/** Every indicator that the reports asked for, as the newest of them describes it. */
function indicatorsOf(reports: readonly Accepted[]): Indicator[] {
  return [
    ...new Map(
      reports.flatMap((report) => report.indicators.map((indicator) => [indicator.id, indicator] as const)),
    ).values(),
  ]
}

/** An indicator over all rollouts that report it, with what each of them says. */
export type IndicatorOverview = {
  readonly indicator: Indicator
  readonly rolledUp: RolledUp
  readonly coverage: Coverage
  readonly sources: readonly {
    readonly rolloutId: string
    readonly title: string
    readonly spaceId: string | null
    /** The last day of the period that it tells of; null where no value was accepted yet. */
    readonly periodEnd: string | null
    readonly reading: Reading
    readonly value: IndicatorValue | null
  }[]
}

/** The newest accepted value of each rollout, rolled up by each indicator's own rule, over the rollouts that the person may see. */
export const indicatorOverview = query('indicators.overview', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId }): Promise<IndicatorOverview[]> {
    if (!(await participates(db, personId, input.projectId))) throw notFound()
    const rollouts = await visibleRollouts(db, personId, input)
    const reports = await acceptedReports(
      db,
      rollouts.map(({ id }) => id),
    )
    const ofRollout = Map.groupBy(reports, (report) => report.rolloutId)
    return indicatorsOf(reports)
      .map((indicator) => {
        const sources = rollouts.flatMap(({ id, title, spaceId }) => {
          const newest = newestOf(ofRollout.get(id) ?? [], indicator.id)
          return newest ? [{ rolloutId: id, title, spaceId, ...newest }] : []
        })
        const readings = sources.map(({ reading }) => reading)
        return { indicator, rolledUp: rollUp(indicator.rollup, readings), coverage: coverageOf(readings), sources }
      })
      .toSorted((a, b) => (a.indicator.key < b.indicator.key ? -1 : 1))
  },
})

/** What a rollout last said of an indicator that it is asked for: "nothing to report" leaves the value before it standing. */
function newestOf(reports: readonly Accepted[], indicatorId: string) {
  const asked = reports.filter((report) => report.indicators.some(({ id }) => id === indicatorId))
  const last = asked.findLast((report) => !report.content.nothingToReport) ?? asked.at(-1)
  if (!last) return undefined
  const reading = readingOf(last, indicatorId)
  const value = reading.state === 'reported' ? reading.value : null
  return { periodEnd: value ? last.periodEnd : null, reading, value }
}
