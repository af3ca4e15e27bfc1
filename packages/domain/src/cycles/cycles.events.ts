import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'
import { cycleFacts } from './cycles.ts'

/** From now on the rollout is asked for its reports like this; in the rollout's space. */
export const cycleSet = defineEvent('cycle.set', {
  version: 1,
  payload: z.object({ rolloutId: idSchema, cycle: cycleFacts }),
  audience: 'members',
  feed: 'cycleSet',
})

/** Reports are asked for by people alone again. */
export const cycleEnded = defineEvent('cycle.ended', {
  version: 1,
  payload: z.object({ rolloutId: idSchema }),
  audience: 'members',
  feed: 'cycleEnded',
})
