import { defineCommand } from '../core/command.ts'
import { invalid, notFound } from '../core/errors.ts'
import type { IndicatorKind } from '../indicators/indicators.ts'
import { targetSet } from './targets.events.ts'
import { can } from './targets.policy.ts'
import { isEmptyPlan, isFigureOf, setTargetInput, type TargetPlan } from './targets.ts'

type TargetState = {
  /** The rollout whose space `spaceId` is. */
  readonly rolloutId: string | undefined
  /** The indicator's kind: undefined where the catalogue lacks it, null where only the server can say. */
  readonly kind: IndicatorKind | null | undefined
  /** What was planned so far. */
  readonly plan: TargetPlan | undefined
}

const nothing: TargetPlan = { baseline: null, targets: [] }

/** Says where a rollout began with an indicator, and what it is to reach by when. */
export const targetSetting = defineCommand(
  'target.set',
  setTargetInput,
  (state: TargetState, { rolloutId, indicatorId, plan: { baseline, targets } }, { actor }) => {
    if (!can.set(actor) || state.rolloutId !== rolloutId || state.kind === undefined) throw notFound()
    const { kind } = state
    if (new Set(targets.map(({ on }) => on)).size < targets.length) throw invalid('targetTwice')
    const figures = [...targets, ...(baseline ? [baseline] : [])].map(({ figure }) => figure)
    if (kind === 'text') throw invalid('targetOutOfRange')
    if (kind !== null && figures.some((figure) => !isFigureOf(kind, figure))) throw invalid('targetOutOfRange')
    const plan: TargetPlan = { baseline, targets: targets.toSorted((a, b) => (a.on < b.on ? -1 : 1)) }
    return isSame(state.plan ?? nothing, plan) ? [] : [targetSet.of({ rolloutId, indicatorId, plan })]
  },
)

function isSame(one: TargetPlan, other: TargetPlan): boolean {
  if (isEmptyPlan(one) || isEmptyPlan(other)) return isEmptyPlan(one) && isEmptyPlan(other)
  return (
    one.baseline?.figure === other.baseline?.figure &&
    one.baseline?.on === other.baseline?.on &&
    one.baseline?.source === other.baseline?.source &&
    one.targets.length === other.targets.length &&
    one.targets.every(
      ({ on, figure }, index) => other.targets[index]?.on === on && other.targets[index].figure === figure,
    )
  )
}
