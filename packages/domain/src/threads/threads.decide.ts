import type { z } from 'zod'
import { defineCommand } from '../core/command.ts'
import type { DecideContext } from '../core/decide.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Message, Thread } from './threads.ts'
import {
  deleteMessageInput,
  editMessageInput,
  markReadInput,
  postMessageInput,
  renameThreadInput,
  resolveThreadInput,
  startThreadInput,
} from './threads.ts'
import {
  messageDeleted,
  messageEdited,
  messagePosted,
  threadRead,
  threadRenamed,
  threadReopened,
  threadResolved,
  threadStarted,
} from './threads.events.ts'
import { can } from './threads.policy.ts'

type ThreadState = { readonly thread: Pick<Thread, 'startedBy' | 'resolvedAt' | 'lastNumber' | 'title'> | undefined }
type MessageState = { readonly message: Pick<Message, 'authorId' | 'body' | 'deletedAt'> | undefined }

export const threadStart = defineCommand('thread.start', startThreadInput, (state: ThreadState, input, { actor }) => {
  if (!can.start(actor)) throw notFound()
  if (state.thread) throw conflict('idTaken')
  return [threadStarted.of({ threadId: input.threadId, title: input.title, subject: input.subject })]
})

export const threadRename = defineCommand(
  'thread.rename',
  renameThreadInput,
  (state: ThreadState, input, { actor }) => {
    if (!state.thread || !can.rename(actor, state.thread)) throw notFound()
    return state.thread.title === input.title
      ? []
      : [threadRenamed.of({ threadId: input.threadId, title: input.title })]
  },
)

export const threadResolve = defineCommand(
  'thread.resolve',
  resolveThreadInput,
  (state: ThreadState, input, { actor }) => {
    if (!state.thread || !can.resolve(actor, state.thread)) throw notFound()
    return state.thread.resolvedAt ? [] : [threadResolved.of({ threadId: input.threadId })]
  },
)

export const threadReopen = defineCommand(
  'thread.reopen',
  resolveThreadInput,
  (state: ThreadState, input, { actor }) => {
    if (!state.thread || !can.resolve(actor, state.thread)) throw notFound()
    return state.thread.resolvedAt ? [threadReopened.of({ threadId: input.threadId })] : []
  },
)

export const messagePost = defineCommand('message.post', postMessageInput, decidePost)

function decidePost(
  state: ThreadState,
  input: z.infer<typeof postMessageInput>,
  { actor }: DecideContext,
): EventDraft[] {
  if (!state.thread || !can.reply(actor)) throw notFound()
  if (input.body.trim() === '' && input.fileIds.length === 0) throw invalid('emptyMessage')
  const { messageId, threadId, body, fileIds } = input
  return [messagePosted.of({ messageId, threadId, number: state.thread.lastNumber + 1, body, fileIds })]
}

export const messageEdit = defineCommand('message.edit', editMessageInput, (state: MessageState, input, { actor }) => {
  if (!state.message || !can.editMessage(actor, state.message)) throw notFound()
  if (state.message.deletedAt) throw conflict('messageDeleted')
  if (input.body.trim() === '') throw invalid('emptyMessage')
  const { messageId, threadId, body } = input
  return state.message.body === body ? [] : [messageEdited.of({ messageId, threadId, body })]
})

export const messageDelete = defineCommand(
  'message.delete',
  deleteMessageInput,
  (state: MessageState, input, { actor }) => {
    if (!state.message || !can.deleteMessage(actor, state.message)) throw notFound()
    return state.message.deletedAt ? [] : [messageDeleted.of({ messageId: input.messageId, threadId: input.threadId })]
  },
)

/** Markers only move forward, so that a late device can't make things unread again. */
export const threadMarkRead = defineCommand(
  'thread.markRead',
  markReadInput,
  (state: { readonly number: number }, input, { actor }) => {
    if (actor.role !== 'owner') throw notFound()
    return input.number <= state.number ? [] : [threadRead.of({ threadId: input.threadId, number: input.number })]
  },
)
