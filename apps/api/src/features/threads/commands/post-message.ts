import { messagePost } from '@kolo/domain/threads/threads.decide'
import type { messagePosted } from '@kolo/domain/threads/threads.events'
import type { z } from 'zod'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { threadById } from '../threads.queries.ts'

/** Posts a message at the end of a thread. */
export const postMessage = command(messagePost, {
  spaces: ownSpace,
  load: async ({ read, input }) => ({ thread: await threadById(read, input) }),
  async handle({ tx, loaded, input, decide, actor, now }) {
    const events = decide(loaded)
    const number = (loaded.thread?.lastNumber ?? 0) + 1
    writeMessage(tx, { ...input, number }, { authorId: actor.personId, at: now })
    return events
  },
})

/** Writes a message at the end of its thread. */
export function writeMessage(
  tx: Tx,
  { messageId, threadId, number, body, fileIds }: z.infer<typeof messagePosted.payload>,
  { authorId, at }: { readonly authorId: string; readonly at: string },
): void {
  tx.write((db) =>
    db.insertInto('message').values({
      id: messageId,
      thread_id: threadId,
      number,
      author_id: authorId,
      body,
      file_ids: fileIds,
      posted_at: at,
    }),
  )
  tx.write((db) =>
    db.updateTable('thread').set({ last_number: number, last_message_at: at }).where('id', '=', threadId),
  )
}
