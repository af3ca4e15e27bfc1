import type { EventDraft } from '@kolo/domain/events/define-event'
import { threadStart } from '@kolo/domain/threads/threads.decide'
import { messagePosted, threadStarted } from '@kolo/domain/threads/threads.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { threadById } from '../threads.queries.ts'

/** Starts a thread in a space; its first message is a command of its own. */
export const startThread = command(threadStart, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor, now }) {
    const events = decide({ thread: await threadById(tx.read, input) })
    tx.write((db) =>
      db.insertInto('thread').values({
        id: input.threadId,
        space_id: input.spaceId,
        title: input.title,
        subject: JSON.stringify(input.subject),
        started_by: actor.personId,
        started_at: now,
      }),
    )
    return events
  },
})

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
