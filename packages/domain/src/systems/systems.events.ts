import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'

const entry = z.object({ systemId: idSchema, key: z.string(), name: z.string(), about: z.string() })

export const systemAdded = defineEvent('system.added', {
  version: 1,
  payload: entry,
  audience: 'nobody',
  feed: 'systemAdded',
})

/** The entry has another name or description; its key stays. */
export const systemDescribed = defineEvent('system.described', {
  version: 1,
  payload: entry,
  audience: 'nobody',
  feed: null,
})
