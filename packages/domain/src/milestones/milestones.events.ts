import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'
import { defineEvent } from '../events/define-event.ts'

const milestone = z.object({ milestoneId: idSchema, name: z.string() })

/** In the rollout's space. */
export const milestoneAdded = defineEvent('milestone.added', {
  version: 1,
  payload: milestone.extend({ dueOn: daySchema }),
  audience: 'members',
  feed: 'milestoneAdded',
})

/** The name and the day as they are now, whichever of them changed. */
export const milestoneEdited = defineEvent('milestone.edited', {
  version: 1,
  payload: milestone.extend({ dueOn: daySchema }),
  audience: 'members',
  feed: 'milestoneEdited',
})

/** Reached on that day, which may be another than was said before. */
export const milestoneReached = defineEvent('milestone.reached', {
  version: 1,
  payload: milestone.extend({ reachedOn: daySchema, reachedBy: idSchema }),
  audience: 'members',
  feed: 'milestoneReached',
})

/** It isn't reached after all. */
export const milestoneReopened = defineEvent('milestone.reopened', {
  version: 1,
  payload: milestone,
  audience: 'members',
  feed: 'milestoneReopened',
})

/** It can be restored. */
export const milestoneRemoved = defineEvent('milestone.removed', {
  version: 1,
  payload: milestone,
  audience: 'members',
  feed: 'milestoneRemoved',
})

/** The whole milestone is in the payload, since nobody's view holds it any more. */
export const milestoneRestored = defineEvent('milestone.restored', {
  version: 1,
  payload: milestone.extend({ dueOn: daySchema, reachedOn: daySchema.nullable(), reachedBy: idSchema.nullable() }),
  audience: 'members',
  feed: 'milestoneRestored',
})
