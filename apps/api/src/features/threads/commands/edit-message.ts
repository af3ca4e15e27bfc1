import { messageDelete, messageEdit } from '@kolo/domain/threads/threads.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { messageById } from '../threads.queries.ts'

/** Changes the words of one's own message. */
export const editMessage = command(messageEdit, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ message: await messageById(tx.read, input) })
    if (events.length > 0) {
      tx.write((db) =>
        db.updateTable('message').set({ body: input.body, edited_at: now }).where('id', '=', input.messageId),
      )
    }
    return events
  },
})

/** Empties a message; its place in the thread stays. */
export const deleteMessage = command(messageDelete, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ message: await messageById(tx.read, input) })
    if (events.length > 0) {
      tx.write((db) =>
        db.updateTable('message').set({ body: '', file_ids: [], deleted_at: now }).where('id', '=', input.messageId),
      )
    }
    return events
  },
})
