import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'
import { targetPlanSchema } from './targets.ts'

/** From now on the rollout is measured against this; in the rollout's space. */
export const targetSet = defineEvent('target.set', {
  version: 1,
  payload: z.object({ rolloutId: idSchema, indicatorId: idSchema, plan: targetPlanSchema }),
  audience: 'members',
  feed: 'targetSet',
})
