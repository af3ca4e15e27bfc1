import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'

/** In the network: a file was taken over, whole. The catalogue itself is a directory that queries read. */
export const municipalityImported = defineEvent('municipality.imported', {
  version: 1,
  payload: z.object({
    total: z.int().nonnegative(),
    added: z.array(idSchema),
    changed: z.array(idSchema),
    same: z.int().nonnegative(),
  }),
  audience: 'nobody',
  feed: 'municipalitiesImported',
})

/** In the municipality's space: the people in its seats are still the right ones. */
export const contactsConfirmed = defineEvent('municipality.contactsConfirmed', {
  version: 1,
  payload: z.object({ organizationId: idSchema }),
  audience: 'nobody',
  feed: 'contactsConfirmed',
})
