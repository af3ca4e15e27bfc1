import { definePart, on, without, withRow } from '../core/part.ts'
import { isEmptyPlan, type TargetPlan } from './targets.ts'
import { targetSet } from './targets.events.ts'

/** What a rollout is to reach, by the indicator's id; empty in every space but a rollout's. */
export type TargetsPart = Readonly<Record<string, TargetPlan>>

/** The part `targets` of every snapshot. */
export const targetsPart = definePart<TargetsPart>({}, [
  on(targetSet, (state, { payload: { indicatorId, plan } }) =>
    isEmptyPlan(plan) ? without(state, indicatorId) : withRow(state, indicatorId, plan),
  ),
])
