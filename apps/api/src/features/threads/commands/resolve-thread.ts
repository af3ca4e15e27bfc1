import { threadReopen, threadResolve } from '@kolo/domain/threads/threads.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { threadById } from '../threads.queries.ts'

/** Marks a thread as settled. */
export const resolveThread = command(threadResolve, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ thread: await threadById(tx.read, input) })
    if (events.length > 0)
      tx.write((db) => db.updateTable('thread').set({ resolved_at: now }).where('id', '=', input.threadId))
    return events
  },
})

/** Opens a settled thread again. */
export const reopenThread = command(threadReopen, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ thread: await threadById(tx.read, input) })
    if (events.length > 0)
      tx.write((db) => db.updateTable('thread').set({ resolved_at: null }).where('id', '=', input.threadId))
    return events
  },
})
