import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'

export const documentCreated = defineEvent('document.created', {
  version: 1,
  payload: z.object({ documentId: idSchema, title: z.string() }),
  audience: 'members',
  feed: 'documentCreated',
})

export const documentRenamed = defineEvent('document.renamed', {
  version: 1,
  payload: z.object({ documentId: idSchema, title: z.string() }),
  audience: 'nobody',
  feed: 'documentRenamed',
})

/** It can be read, no longer written, until it is restored. */
export const documentArchived = defineEvent('document.archived', {
  version: 1,
  payload: z.object({ documentId: idSchema }),
  audience: 'nobody',
  feed: 'documentArchived',
})

export const documentRestored = defineEvent('document.restored', {
  version: 1,
  payload: z.object({ documentId: idSchema }),
  audience: 'nobody',
  feed: 'documentRestored',
})

/** A version with a name; those who may see what is published see this text, whatever is written later. */
export const documentPublished = defineEvent('document.published', {
  version: 1,
  payload: z.object({
    documentId: idSchema,
    versionId: idSchema,
    name: z.string(),
    number: z.int().nonnegative(),
    hash: z.string(),
  }),
  audience: 'members',
  feed: 'documentPublished',
})

/** A stretch of editing has ended: all updates up to `number` are told, `editorIds` wrote them. */
export const documentRevised = defineEvent('document.revised', {
  version: 1,
  payload: z.object({ documentId: idSchema, number: z.int().positive(), editorIds: z.array(idSchema) }),
  audience: 'nobody',
  feed: 'documentRevised',
})
