import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'
import { planChangesSchema, planContentSchema } from './plans.ts'

/** In the project's commons, so that partners and municipalities see what awaits them. */
export const planAdded = defineEvent('plan.added', {
  version: 1,
  payload: planContentSchema.extend({
    planId: idSchema,
    systemId: idSchema,
    // Older ones don't have them.
    milestones: planContentSchema.shape.milestones.unwrap().optional(),
  }),
  audience: 'members',
  feed: 'planAdded',
})

/** Only what changed is there. */
export const planEdited = defineEvent('plan.edited', {
  version: 1,
  payload: z.object({ planId: idSchema, changes: planChangesSchema }),
  audience: 'nobody',
  feed: null,
})

/** Rollouts that were created from it stay as they are. */
export const planRemoved = defineEvent('plan.removed', {
  version: 1,
  payload: z.object({ planId: idSchema, name: z.string() }),
  audience: 'nobody',
  feed: 'planRemoved',
})
