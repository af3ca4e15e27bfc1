import type { EventDraft } from '@kolo/domain/events/define-event'
import { messagePosted, threadStarted } from '@kolo/domain/threads/threads.events'
import type { Tx } from '../../../kernel/transaction.ts'

/** Writes the thread that begins with a message, where a command of another noun has started one. */
export function writeFirstMessage(
  tx: Tx,
  events: readonly EventDraft[],
  of: { readonly spaceId: string; readonly authorId: string; readonly at: string },
): void {
  const started = events.find(({ type }) => type === threadStarted.type)
  const posted = events.find(({ type }) => type === messagePosted.type)
  if (!started || !posted) return
  const thread = threadStarted.payload.parse(started.payload)
  const message = messagePosted.payload.parse(posted.payload)
  tx.write((db) =>
    db.insertInto('thread').values({
      id: thread.threadId,
      space_id: of.spaceId,
      title: thread.title,
      subject: JSON.stringify(thread.subject),
      started_by: of.authorId,
      started_at: of.at,
      last_number: message.number,
      last_message_at: of.at,
    }),
  )
  tx.write((db) =>
    db.insertInto('message').values({
      id: message.messageId,
      thread_id: message.threadId,
      number: message.number,
      author_id: of.authorId,
      body: message.body,
      file_ids: message.fileIds,
      posted_at: of.at,
    }),
  )
}
