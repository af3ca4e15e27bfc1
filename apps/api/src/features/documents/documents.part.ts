import type { DocumentsPart } from '@kolo/domain/documents/documents.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { documentsOf } from './documents.entries.ts'

/** The documents of a space, by id. */
export const loadDocuments: PartLoader<DocumentsPart> = async (db, spaceId) => {
  const documents = await documentsOf(db, { spaceId })
  return Object.fromEntries(documents.map((document) => [document.id, document]))
}
