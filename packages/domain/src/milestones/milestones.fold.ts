import { changed, definePart, on, withRow, without } from '../core/part.ts'
import type { Milestone } from './milestones.ts'
import {
  milestoneAdded,
  milestoneEdited,
  milestoneReached,
  milestoneRemoved,
  milestoneReopened,
  milestoneRestored,
} from './milestones.events.ts'

/** The milestones of a rollout by id; empty in every space but a rollout's. */
export type MilestonesPart = Readonly<Record<string, Milestone>>

/** The part `milestones` of every snapshot. */
export const milestonesPart = definePart<MilestonesPart>({}, [
  on(milestoneAdded, (state, { payload: { milestoneId: id, name, dueOn } }) =>
    withRow(state, id, { id, name, dueOn, reachedOn: null, reachedBy: null }),
  ),
  on(milestoneEdited, (state, { payload: { milestoneId, name, dueOn } }) =>
    changed(state, milestoneId, (milestone) => ({ ...milestone, name, dueOn })),
  ),
  on(milestoneReached, (state, { payload: { milestoneId, reachedOn, reachedBy } }) =>
    changed(state, milestoneId, (milestone) => ({ ...milestone, reachedOn, reachedBy })),
  ),
  on(milestoneReopened, (state, { payload }) =>
    changed(state, payload.milestoneId, (milestone) => ({ ...milestone, reachedOn: null, reachedBy: null })),
  ),
  on(milestoneRemoved, (state, { payload }) => without(state, payload.milestoneId)),
  on(milestoneRestored, (state, { payload: { milestoneId: id, ...facts } }) => withRow(state, id, { id, ...facts })),
])
