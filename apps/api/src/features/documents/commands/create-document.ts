import { documentCreate } from '@kolo/domain/documents/documents.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { documentById } from '../documents.entries.ts'

/** Creates an empty document in a space, with the head of its log. */
export const createDocument = command(documentCreate, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor, now }) {
    const events = decide({ document: await documentById(tx.read, input) })
    tx.write((db) =>
      db.insertInto('document').values({
        id: input.documentId,
        space_id: input.spaceId,
        title: input.title,
        created_by: actor.personId,
        created_at: now,
      }),
    )
    tx.write((db) => db.insertInto('document_log').values({ document_id: input.documentId }))
    return events
  },
})
