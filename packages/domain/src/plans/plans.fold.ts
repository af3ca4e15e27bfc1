import { changed, definePart, on, withRow, without } from '../core/part.ts'
import type { Plan } from './plans.ts'
import { planAdded, planEdited, planRemoved } from './plans.events.ts'

/** The plans of a project by id; held by its commons, empty elsewhere. */
export type PlansPart = Readonly<Record<string, Plan>>

/** The part `plans` of every snapshot. */
export const plansPart = definePart<PlansPart>({}, [
  on(planAdded, (state, { payload: { planId: id, milestones = [], ...facts } }) =>
    withRow(state, id, { id, ...facts, milestones, revision: 1 }),
  ),
  on(planEdited, (state, { payload: { planId, changes } }) =>
    changed(state, planId, (plan) => Object.assign({ ...plan, revision: plan.revision + 1 }, changes)),
  ),
  on(planRemoved, (state, { payload }) => without(state, payload.planId)),
])
