import { messagePost } from '@kolo/domain/threads/threads.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { threadById } from '../threads.queries.ts'

/** Posts a message at the end of a thread. */
export const postMessage = command(messagePost, {
  spaces: ownSpace,
  load: async ({ read, input }) => ({ thread: await threadById(read, input) }),
  async handle({ tx, loaded, input, decide, actor, now }) {
    const events = decide(loaded)
    const number = (loaded.thread?.lastNumber ?? 0) + 1
    tx.write((db) =>
      db.insertInto('message').values({
        id: input.messageId,
        thread_id: input.threadId,
        number,
        author_id: actor.personId,
        body: input.body,
        file_ids: input.fileIds,
        posted_at: now,
      }),
    )
    tx.write((db) =>
      db.updateTable('thread').set({ last_number: number, last_message_at: now }).where('id', '=', input.threadId),
    )
    return events
  },
})
