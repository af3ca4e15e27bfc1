import { documentRename } from '@kolo/domain/documents/documents.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { documentById } from '../documents.entries.ts'

/** Gives a document another title. */
export const renameDocument = command(documentRename, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ document: await documentById(tx.read, input) })
    if (events.length > 0) {
      tx.write((db) => db.updateTable('document').set({ title: input.title }).where('id', '=', input.documentId))
    }
    return events
  },
})
