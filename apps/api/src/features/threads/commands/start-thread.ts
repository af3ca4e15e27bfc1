import type { EventDraft } from '@kolo/domain/events/define-event'
import { threadStart } from '@kolo/domain/threads/threads.decide'
import { messagePosted, threadStarted } from '@kolo/domain/threads/threads.events'
import type { z } from 'zod'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { threadById } from '../threads.queries.ts'
import { writeMessage } from './post-message.ts'

/** Starts a thread in a space; its first message is a command of its own. */
export const startThread = command(threadStart, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor, now }) {
    const events = decide({ thread: await threadById(tx.read, input) })
    writeThread(tx, input, { spaceId: input.spaceId, authorId: actor.personId, at: now })
    return events
  },
})

type Start = { readonly spaceId: string; readonly authorId: string; readonly at: string }

function writeThread(
  tx: Tx,
  { threadId, title, subject }: z.infer<typeof threadStarted.payload>,
  { spaceId, authorId, at }: Start,
): void {
  tx.write((db) =>
    db.insertInto('thread').values({
      id: threadId,
      space_id: spaceId,
      title,
      subject: JSON.stringify(subject),
      started_by: authorId,
      started_at: at,
    }),
  )
}

/** Writes the thread that begins with a message, where a command of another noun has started one in a space that it names. */
export function writeFirstMessage(tx: Tx, events: readonly EventDraft[], by: Omit<Start, 'spaceId'>): void {
  const started = events.find(({ type }) => type === threadStarted.type)
  const posted = events.find(({ type }) => type === messagePosted.type)
  if (started?.spaceId === undefined || !posted) return
  writeThread(tx, threadStarted.payload.parse(started.payload), { ...by, spaceId: started.spaceId })
  writeMessage(tx, messagePosted.payload.parse(posted.payload), by)
}
