import { messageDelete, messageEdit } from '@kolo/domain/threads/threads.decide'
import { messageEdited, messagePosted } from '@kolo/domain/threads/threads.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import { eraseFromLog } from '../../../kernel/erase.ts'
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

/** Empties a message, in the log too; its place in the thread stays. */
export const deleteMessage = command(messageDelete, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const message = await messageById(tx.read, input)
    const events = decide({ message })
    if (message && events.length > 0) {
      eraseFromLog(tx, {
        spaceId: input.spaceId,
        actorId: message.authorId,
        since: message.postedAt,
        types: [messagePosted.type, messageEdited.type],
        of: { messageId: message.id },
        emptied: { body: '', fileIds: [] },
        now,
      })
      tx.write((db) =>
        db.updateTable('message').set({ body: '', file_ids: [], deleted_at: now }).where('id', '=', input.messageId),
      )
    }
    return events
  },
})
