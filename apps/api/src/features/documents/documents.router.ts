import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { archiveDocument, restoreDocument } from './commands/archive-document.ts'
import { createDocument } from './commands/create-document.ts'
import { publishDocument } from './commands/publish-document.ts'
import { renameDocument } from './commands/rename-document.ts'
import {
  documentsOfMunicipality,
  documentQuery,
  documentText,
  documentVersion,
  publishedDocuments,
} from './documents.queries.ts'

/** Procedures of `documents`. */
export const documentsRouter = router({
  create: mutation(createDocument),
  rename: mutation(renameDocument),
  archive: mutation(archiveDocument),
  restore: mutation(restoreDocument),
  publish: mutation(publishDocument),
  byId: read(documentQuery),
  text: read(documentText),
  version: read(documentVersion),
  published: read(publishedDocuments),
  ofMunicipality: read(documentsOfMunicipality),
})
