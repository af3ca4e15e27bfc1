import { changed, definePart, on, withRow } from '../core/part.ts'
import type { Message, Thread } from './threads.ts'
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

/** The threads of a space, by id. */
export type ThreadsPart = Readonly<Record<string, Thread>>

/** The part `threads` of every snapshot. */
export const threadsPart = definePart<ThreadsPart>({}, [
  on(threadStarted, (state, { payload, actorId, at }) =>
    withRow(state, payload.threadId, {
      id: payload.threadId,
      title: payload.title,
      subject: payload.subject,
      startedBy: actorId,
      startedAt: at,
      resolvedAt: null,
      lastNumber: 0,
      lastMessageAt: null,
    }),
  ),
  on(threadRenamed, (state, { payload }) =>
    changed(state, payload.threadId, (thread) => ({ ...thread, title: payload.title })),
  ),
  on(threadResolved, (state, { payload, at }) =>
    changed(state, payload.threadId, (thread) => ({ ...thread, resolvedAt: at })),
  ),
  on(threadReopened, (state, { payload }) =>
    changed(state, payload.threadId, (thread) => ({ ...thread, resolvedAt: null })),
  ),
  on(messagePosted, (state, { payload, at }) =>
    changed(state, payload.threadId, (thread) => ({ ...thread, lastNumber: payload.number, lastMessageAt: at })),
  ),
])

/** How far the person has read, by thread; the part `reads` of a personal space. */
export type ReadsPart = Readonly<Record<string, number>>
export const readsPart = definePart<ReadsPart>({}, [
  on(threadRead, (state, { payload }) => withRow(state, payload.threadId, payload.number)),
])

/** A loaded page of one thread, oldest first; outside the snapshot, kept current by the same events. */
export type MessagePage = { readonly threadId: string; readonly messages: readonly Message[] }
export const messagePage = definePart<MessagePage>({ threadId: '', messages: [] }, [
  on(messagePosted, (page, { payload, actorId, at }) => {
    if (payload.threadId !== page.threadId) return page
    const message: Message = {
      id: payload.messageId,
      threadId: payload.threadId,
      number: payload.number,
      authorId: actorId,
      body: payload.body,
      fileIds: payload.fileIds,
      postedAt: at,
      editedAt: null,
      deletedAt: null,
    }
    return { ...page, messages: [...page.messages.filter(({ id }) => id !== message.id), message] }
  }),
  on(messageEdited, (page, { payload, at }) =>
    changeMessage(page, payload.messageId, { body: payload.body, editedAt: at }),
  ),
  on(messageDeleted, (page, { payload, at }) =>
    changeMessage(page, payload.messageId, { body: '', fileIds: [], deletedAt: at }),
  ),
])

function changeMessage(page: MessagePage, id: string, change: Partial<Message>): MessagePage {
  if (!page.messages.some((message) => message.id === id)) return page
  return {
    ...page,
    messages: page.messages.map((message) => (message.id === id ? { ...message, ...change } : message)),
  }
}
