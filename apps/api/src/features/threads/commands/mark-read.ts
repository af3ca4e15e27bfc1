import { threadMarkRead } from '@kolo/domain/threads/threads.decide'
import { notFound } from '@kolo/domain/core/errors'
import { command, ownSpace } from '../../../kernel/command.ts'
import { readableThread } from '../threads.queries.ts'

/** Remembers in the personal space how far the person has read a thread. */
export const markRead = command(threadMarkRead, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor }) {
    const thread = await readableThread(tx.read, actor.personId, input.threadId)
    if (!thread) throw notFound()
    const events = decide({ number: thread.readNumber })
    if (events.length > 0) {
      tx.write((db) =>
        db
          .insertInto('thread_read')
          .values({ person_id: actor.personId, thread_id: input.threadId, number: input.number })
          .onConflict((clash) => clash.columns(['person_id', 'thread_id']).doUpdateSet({ number: input.number })),
      )
    }
    return events
  },
})
