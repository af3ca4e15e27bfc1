import { documentArchive, documentRestore } from '@kolo/domain/documents/documents.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { documentById } from '../documents.entries.ts'

/** Puts a document away: it can be read, no longer written. */
export const archiveDocument = command(documentArchive, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ document: await documentById(tx.read, input) })
    if (events.length > 0) {
      tx.write((db) => db.updateTable('document').set({ archived_at: now }).where('id', '=', input.documentId))
    }
    return events
  },
})

/** Takes a document out of the archive. */
export const restoreDocument = command(documentRestore, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ document: await documentById(tx.read, input) })
    if (events.length > 0) {
      tx.write((db) => db.updateTable('document').set({ archived_at: null }).where('id', '=', input.documentId))
    }
    return events
  },
})
