import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'

/** The content is stored, and can be fetched by members. */
export const fileAdded = defineEvent('file.added', {
  version: 1,
  payload: z.object({
    fileId: idSchema,
    name: z.string(),
    type: z.string(),
    size: z.int().nonnegative(),
    sha256: z.string(),
    addedBy: idSchema,
    addedAt: z.string(),
  }),
  audience: 'members',
  feed: 'fileUploaded',
})

/** Out of the list; it can be put back. */
export const fileRemoved = defineEvent('file.removed', {
  version: 1,
  payload: z.object({ fileId: idSchema, name: z.string() }),
  audience: 'nobody',
  feed: 'fileDeleted',
})
