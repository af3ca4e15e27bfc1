import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { defineEvent } from '../events/define-event.ts'
import { subjectSchema } from './threads.ts'

export const threadStarted = defineEvent('thread.started', {
  version: 1,
  payload: z.object({ threadId: idSchema, title: z.string(), subject: subjectSchema }),
  audience: 'members',
  feed: 'threadStarted',
})

export const threadRenamed = defineEvent('thread.renamed', {
  version: 1,
  payload: z.object({ threadId: idSchema, title: z.string() }),
  audience: 'nobody',
  feed: 'threadRenamed',
})

export const threadResolved = defineEvent('thread.resolved', {
  version: 1,
  payload: z.object({ threadId: idSchema }),
  audience: 'followers',
  feed: 'threadResolved',
})

export const threadReopened = defineEvent('thread.reopened', {
  version: 1,
  payload: z.object({ threadId: idSchema }),
  audience: 'followers',
  feed: 'threadReopened',
})

/** `number` counts the messages of the thread from 1 without a gap, so that unread = last number − read number. */
export const messagePosted = defineEvent('message.posted', {
  version: 1,
  payload: z.object({
    messageId: idSchema,
    threadId: idSchema,
    number: z.int().positive(),
    body: z.string(),
    fileIds: z.array(idSchema),
  }),
  audience: 'followers',
  feed: 'messagePosted',
})

export const messageEdited = defineEvent('message.edited', {
  version: 1,
  payload: z.object({ messageId: idSchema, threadId: idSchema, body: z.string() }),
  audience: 'nobody',
  feed: null,
})

/** The text goes, the trace stays. */
export const messageDeleted = defineEvent('message.deleted', {
  version: 1,
  payload: z.object({ messageId: idSchema, threadId: idSchema }),
  audience: 'nobody',
  feed: 'messageDeleted',
})

/** In the personal space: the person has seen the thread up to this number. */
export const threadRead = defineEvent('thread.read', {
  version: 1,
  payload: z.object({ threadId: idSchema, number: z.int().nonnegative() }),
  audience: 'nobody',
  feed: null,
})
