import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import { partKeysOf } from '@kolo/domain/indicators/breakdown'
import { type Coverage, coverageOf, type Reading, type RolledUp, rollUp } from '@kolo/domain/indicators/roll-up'
import { figureOf, type IndicatorValue } from '@kolo/domain/indicators/values'
import { isReached, type Target, targetInForce, type TargetPlan } from '@kolo/domain/targets/targets'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import { participates } from '../projects/projects.queries.ts'
import { visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { targetsOfRollouts } from '../targets/targets.queries.ts'
import { type Accepted, askingFor, indicatorsOf, newestReports, readingOf } from './accepted-reports.ts'

/** An indicator over all rollouts that report it, with what each of them says. */
export type IndicatorOverview = {
  readonly indicator: Indicator
  readonly rolledUp: RolledUp
  readonly coverage: Coverage
  /** Each category of a breakdown rolled up for itself, the unknown last; empty where nothing is taken apart. */
  readonly categories: readonly { readonly key: string; readonly rolledUp: RolledUp }[]
  readonly sources: readonly IndicatorSource[]
}

/** What one rollout says. */
export type IndicatorSource = {
  readonly rolloutId: string
  readonly title: string
  readonly spaceId: string | null
  /** The last day of the period that it tells of; null where no value was accepted yet. */
  readonly periodEnd: string | null
  readonly reading: Reading
  readonly value: IndicatorValue | null
  /** The value by category, where it was taken apart. */
  readonly parts: Readonly<Record<string, IndicatorValue>>
  /** The target in force for that period; null where none was set. */
  readonly target: Target | null
  /** Null where nobody can say. */
  readonly isReached: boolean | null
}

/** The newest accepted value of each rollout, rolled up by each indicator's own rule, over the rollouts that the person may see. */
export const indicatorOverview = query('indicators.overview', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId }): Promise<IndicatorOverview[]> {
    if (!(await participates(db, personId, input.projectId))) throw notFound()
    const rollouts = await visibleRollouts(db, personId, input)
    const ids = rollouts.map(({ id }) => id)
    const [reports, plans] = await Promise.all([newestReports(db, ids), targetsOfRollouts(db, ids)])
    const ofRollout = Map.groupBy(reports, (report) => report.rolloutId)
    return indicatorsOf(reports)
      .map((indicator) => {
        const sources = rollouts.flatMap(({ id, title, spaceId }) => {
          const newest = newestOf(ofRollout.get(id) ?? [], indicator, plans.get(id)?.[indicator.id])
          return newest ? [{ rolloutId: id, title, spaceId, ...newest }] : []
        })
        const readings = sources.map(({ reading }) => reading)
        return {
          indicator,
          rolledUp: rollUp(indicator.rollup, readings),
          coverage: coverageOf(readings),
          categories: categoriesOf(indicator, sources),
          sources,
        }
      })
      .toSorted((a, b) => (a.indicator.key < b.indicator.key ? -1 : 1))
  },
})

function categoriesOf({ breakdown, rollup }: Indicator, sources: readonly Pick<IndicatorSource, 'parts'>[]) {
  if (!breakdown) return []
  return partKeysOf(breakdown).map((key) => {
    const readings = sources.map(({ parts: { [key]: value } }): Reading =>
      value ? { state: 'reported', value } : { state: 'missing' },
    )
    return { key, rolledUp: rollUp(rollup, readings) }
  })
}

/** What a rollout last said of an indicator that it is asked for: "nothing to report" leaves the value before it standing. */
function newestOf(reports: readonly Accepted[], indicator: Indicator, plan: TargetPlan | undefined) {
  const asked = askingFor(reports, indicator.id)
  const last = asked.findLast((report) => !report.content.nothingToReport) ?? asked.at(-1)
  if (!last) return undefined
  const reading = readingOf(last, indicator.id)
  const value = reading.state === 'reported' ? reading.value : null
  const figure = value && figureOf(value)
  const target = targetInForce(plan?.targets ?? [], last.periodEnd)
  return {
    periodEnd: value ? last.periodEnd : null,
    reading,
    value,
    parts: (value && last.content.parts?.[indicator.id]) ?? {},
    target,
    isReached: target && figure !== null ? isReached(indicator.direction, figure, target) : null,
  }
}
