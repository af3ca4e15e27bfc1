import { threadStart } from '@kolo/domain/threads/threads.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
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
