import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import { overPeriods } from '@kolo/domain/indicators/over-periods'
import type { Reading, RolledUp } from '@kolo/domain/indicators/roll-up'
import type { IndicatorValue } from '@kolo/domain/indicators/values'
import { type Baseline, type Target, targetInForce, type TargetPlan } from '@kolo/domain/targets/targets'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import { participates } from '../projects/projects.queries.ts'
import { visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { targetsOfRollouts } from '../targets/targets.queries.ts'
import { type Accepted, acceptedReports, askingFor, indicatorsOf, readingOf } from './accepted-reports.ts'

/** What an accepted report said of an indicator, and the target that counted for its period. */
export type SeriesPoint = {
  readonly periodStart: string
  readonly periodEnd: string
  readonly reading: Reading
  /** The value by category, where it was taken apart. */
  readonly parts: Readonly<Record<string, IndicatorValue>>
  /** Where it comes from; empty where nobody said so, and for observers. */
  readonly source: string
  readonly target: Target | null
}

/** An indicator of a rollout over time, a point for each accepted report that asked for it, oldest first. */
export type IndicatorSeries = {
  readonly indicator: Indicator
  readonly baseline: Baseline | null
  /** All periods in one figure. */
  readonly overPeriods: RolledUp
  readonly points: readonly SeriesPoint[]
}

type PointOf = { readonly indicatorId: string; readonly plan: TargetPlan | undefined; readonly isInside: boolean }

const pointsOf = (reports: readonly Accepted[], { indicatorId, plan, isInside }: PointOf): SeriesPoint[] =>
  askingFor(reports, indicatorId).map((report) => ({
    periodStart: report.periodStart,
    periodEnd: report.periodEnd,
    reading: readingOf(report, indicatorId),
    parts: report.content.parts?.[indicatorId] ?? {},
    source: isInside ? (report.content.sources?.[indicatorId] ?? '') : '',
    target: targetInForce(plan?.targets ?? [], report.periodEnd),
  }))

/** Words are for those inside: where a baseline comes from, others aren't told. */
const baselineFor = (spaceId: string | null, plan: TargetPlan | undefined): Baseline | null => {
  const baseline = plan?.baseline ?? null
  return baseline && spaceId === null ? { ...baseline, source: '' } : baseline
}

/** The accepted values of a rollout's indicators over time: for those in its space, and for observers of its project. */
export const indicatorSeries = query('indicators.series', {
  input: z.object({ rolloutId: idSchema }),
  async handle({ db, input: { rolloutId }, personId }): Promise<IndicatorSeries[]> {
    const rollout = await db.selectFrom('rollout').select('project_id').where('id', '=', rolloutId).executeTakeFirst()
    const visible = rollout ? await visibleRollouts(db, personId, { projectId: rollout.project_id }) : []
    const seen = visible.find(({ id }) => id === rolloutId)
    if (!seen) throw notFound()
    const [reports, plans] = await Promise.all([
      acceptedReports(db, [rolloutId]),
      targetsOfRollouts(db, [rolloutId]).then((all) => all.get(rolloutId) ?? {}),
    ])
    const isInside = seen.spaceId !== null
    return indicatorsOf(reports).map((indicator) => {
      const plan = plans[indicator.id]
      const points = pointsOf(reports, { indicatorId: indicator.id, plan, isInside })
      return {
        indicator,
        baseline: baselineFor(seen.spaceId, plan),
        overPeriods: overPeriods(indicator, [points.map(({ reading }) => reading)]),
        points,
      }
    })
  },
})

/** An indicator in one rollout of several. */
export type IndicatorMultiple = {
  readonly rolloutId: string
  readonly title: string
  /** Null for observers. */
  readonly spaceId: string | null
  readonly baseline: Baseline | null
  readonly points: readonly SeriesPoint[]
}

/** An indicator in each rollout, and everything that was ever accepted in one figure; null where nothing was. */
export type IndicatorMultiples = {
  readonly overPeriods: RolledUp | null
  readonly rollouts: readonly IndicatorMultiple[]
}

/** One indicator over time in each rollout that was asked for it, over the rollouts that the person may see. */
export const indicatorMultiples = query('indicators.multiples', {
  input: z.object({ projectId: idSchema, indicatorId: idSchema }),
  async handle({ db, input: { projectId, indicatorId }, personId }): Promise<IndicatorMultiples> {
    if (!(await participates(db, personId, projectId))) throw notFound()
    const rollouts = await visibleRollouts(db, personId, { projectId })
    const ids = rollouts.map(({ id }) => id)
    const [reports, plans] = await Promise.all([acceptedReports(db, ids), targetsOfRollouts(db, ids)])
    const ofRollout = Map.groupBy(reports, (report) => report.rolloutId)
    const indicator = indicatorsOf(reports).find(({ id }) => id === indicatorId)
    const multiples = rollouts.flatMap(({ id, title, spaceId }) => {
      const plan = plans.get(id)?.[indicatorId]
      const points = pointsOf(ofRollout.get(id) ?? [], { indicatorId, plan, isInside: spaceId !== null })
      return points.length === 0
        ? []
        : [{ rolloutId: id, title, spaceId, baseline: baselineFor(spaceId, plan), points }]
    })
    const readings = multiples.map(({ points }) => points.map(({ reading }) => reading))
    return { overPeriods: indicator ? overPeriods(indicator, readings) : null, rollouts: multiples }
  },
})
