import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'
import { indicatorSchema } from './indicators.ts'

/** The catalogue has one more entry; in the network's space. */
export const indicatorAdded = defineEvent('indicator.added', {
  version: 1,
  payload: indicatorSchema,
  audience: 'nobody',
  feed: 'indicatorAdded',
})

/** The entry is described otherwise; its key and kind stay, and so do reports that were opened before. */
export const indicatorDescribed = defineEvent('indicator.described', {
  version: 1,
  payload: indicatorSchema,
  audience: 'nobody',
  feed: null,
})

/** From the next report on, the rollout tells these; in the rollout's space. */
export const indicatorsChosen = defineEvent('indicator.chosen', {
  version: 1,
  payload: z.object({ rolloutId: idSchema, indicatorIds: z.array(idSchema) }),
  audience: 'nobody',
  feed: null,
})
