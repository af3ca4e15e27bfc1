import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'
import { renditionSchema, themeSchema } from './people.ts'

const onPerson = z.object({ personId: idSchema })

/** In the network: a person has an account. */
export const personAdded = defineEvent('person.added', {
  version: 1,
  payload: onPerson.extend({ name: z.string(), email: z.string(), personalSpaceId: idSchema }),
  audience: 'nobody',
  feed: null,
})

/** In the network, whoever it was that mended the name. */
export const personRenamed = defineEvent('person.renamed', {
  version: 1,
  payload: onPerson.extend({ name: z.string() }),
  audience: 'nobody',
  feed: null,
})

/** The account is closed: no sessions, no memberships; what the person wrote stays. */
export const personDisabled = defineEvent('person.disabled', {
  version: 1,
  payload: onPerson,
  audience: 'nobody',
  feed: null,
})

export const personEnabled = defineEvent('person.enabled', {
  version: 1,
  payload: onPerson,
  audience: 'nobody',
  feed: null,
})

export const administratorAppointed = defineEvent('administrator.appointed', {
  version: 1,
  payload: onPerson,
  audience: 'subject',
  feed: null,
})

export const administratorDismissed = defineEvent('administrator.dismissed', {
  version: 1,
  payload: onPerson,
  audience: 'subject',
  feed: null,
})

/** In the person's own space. */
export const preferencesChosen = defineEvent('preferences.chosen', {
  version: 1,
  payload: onPerson.extend({ rendition: renditionSchema.optional(), theme: themeSchema.optional() }),
  audience: 'nobody',
  feed: null,
})
