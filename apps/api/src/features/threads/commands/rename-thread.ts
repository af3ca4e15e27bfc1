import { threadRename } from '@kolo/domain/threads/threads.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { threadById } from '../threads.queries.ts'

/** Gives a thread another title. */
export const renameThread = command(threadRename, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ thread: await threadById(tx.read, input) })
    if (events.length > 0)
      tx.write((db) => db.updateTable('thread').set({ title: input.title }).where('id', '=', input.threadId))
    return events
  },
})
