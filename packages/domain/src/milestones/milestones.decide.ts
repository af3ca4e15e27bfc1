import { defineCommand } from '../core/command.ts'
import { addDays } from '../core/days.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import {
  addMilestoneInput,
  editMilestoneInput,
  type Milestone,
  reachMilestoneInput,
  removeMilestoneInput,
  reopenMilestoneInput,
} from './milestones.ts'
import {
  milestoneAdded,
  milestoneEdited,
  milestoneReached,
  milestoneRemoved,
  milestoneReopened,
  milestoneRestored,
} from './milestones.events.ts'
import { can } from './milestones.policy.ts'

type State = { readonly milestone: Milestone | undefined }

export const milestoneAdd = defineCommand(
  'milestone.add',
  addMilestoneInput,
  (
    state: {
      /** Whether `spaceId` is a rollout's. */
      readonly isRollout: boolean
      readonly idTaken: boolean
    },
    { milestoneId, name, dueOn },
    { actor },
  ) => {
    if (!can.keep(actor) || !state.isRollout) throw notFound()
    if (state.idTaken) throw conflict('idTaken')
    return [milestoneAdded.of({ milestoneId, name, dueOn })]
  },
)

/** Gives it another name, or moves its day. */
export const milestoneEdit = defineCommand(
  'milestone.edit',
  editMilestoneInput,
  ({ milestone }: State, { milestoneId, ...given }, { actor }) => {
    if (!milestone || !can.keep(actor)) throw notFound()
    const { name = milestone.name, dueOn = milestone.dueOn } = given
    const stays = name === milestone.name && dueOn === milestone.dueOn
    return stays ? [] : [milestoneEdited.of({ milestoneId, name, dueOn })]
  },
)

/** Says on which day it was reached; for one that is reached already, that it was another day. */
export const milestoneReach = defineCommand(
  'milestone.reach',
  reachMilestoneInput,
  ({ milestone }: State, { milestoneId, reachedOn }, { actor, now }) => {
    if (!milestone || !can.keep(actor)) throw notFound()
    // A day more than the server's: somewhere it is tomorrow already.
    if (reachedOn > addDays(now.slice(0, 10), 1)) throw invalid('reachedInFuture')
    if (milestone.reachedOn === reachedOn) return []
    return [milestoneReached.of({ milestoneId, name: milestone.name, reachedOn, reachedBy: actor.personId })]
  },
)

/** Takes back that it was reached. */
export const milestoneReopen = defineCommand(
  'milestone.reopen',
  reopenMilestoneInput,
  ({ milestone }: State, { milestoneId }, { actor }) => {
    if (!milestone || !can.keep(actor)) throw notFound()
    return milestone.reachedOn === null ? [] : [milestoneReopened.of({ milestoneId, name: milestone.name })]
  },
)

export const milestoneRemove = defineCommand(
  'milestone.remove',
  removeMilestoneInput,
  ({ milestone }: State, { milestoneId }, { actor }) => {
    if (!milestone || !can.keep(actor)) throw notFound()
    return [milestoneRemoved.of({ milestoneId, name: milestone.name })]
  },
)

/** As it was when it was removed. `milestone` is the removed one. */
export const milestoneRestore = defineCommand(
  'milestone.restore',
  removeMilestoneInput,
  ({ milestone }: State, { milestoneId }, { actor }) => {
    if (!milestone || !can.keep(actor)) throw notFound()
    const { id: _id, ...facts } = milestone
    return [milestoneRestored.of({ milestoneId, ...facts })]
  },
)
