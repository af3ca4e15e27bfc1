import { z } from 'zod'
import { daySchema } from '../core/text.ts'
import { defineEvent } from '../events/define-event.ts'
import { listedSchema } from './waves.ts'

/** The project's next wave is another; in its coordination space. Only what changed is there. */
export const waveChosen = defineEvent('wave.chosen', {
  version: 1,
  payload: z.object({ add: listedSchema, remove: listedSchema, startsOn: daySchema.optional() }),
  audience: 'nobody',
  feed: null,
})
