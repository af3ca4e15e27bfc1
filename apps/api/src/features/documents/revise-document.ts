import { documentRevise } from '@kolo/domain/documents/documents.decide'
import { command, ownSpace } from '../../kernel/command.ts'
import { documentById } from './documents.entries.ts'

/** Tells feed and audit that a stretch of editing has ended. No procedure: only the server itself sends it. */
export const reviseDocument = command(documentRevise, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ document: await documentById(tx.read, input) })
    if (events.length > 0) {
      const revised = { revised_number: input.number, revised_at: now, revised_by: input.editorIds }
      tx.write((db) => db.updateTable('document').set(revised).where('id', '=', input.documentId))
    }
    return events
  },
})
