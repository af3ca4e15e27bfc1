import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { lineOfText } from '../core/text.ts'

/** A version of a document: its text as it stood after update `number`, named by its hash, never changed. */
export type DocumentVersion = {
  readonly id: string
  readonly name: string
  readonly number: number
  /** SHA-256 of the canonical JSON of the text, hexadecimal. */
  readonly hash: string
  readonly publishedBy: string
  readonly publishedAt: string
}

/** A document as its space's snapshot shows it; its text travels over its own connection. */
export type DocumentEntry = {
  readonly id: string
  readonly title: string
  readonly createdBy: string
  readonly createdAt: string
  readonly archivedAt: string | null
  /** The number of the newest update that was told, 0 before the first. */
  readonly revisedNumber: number
  readonly revisedAt: string | null
  /** Who wrote in the last stretch of editing. */
  readonly revisedBy: readonly string[]
  /** Oldest first. */
  readonly versions: readonly DocumentVersion[]
}

const titleSchema = lineOfText(200)
const inDocument = z.object({ spaceId: idSchema, documentId: idSchema })

export const createDocumentInput = inDocument.extend({ title: titleSchema })
export const renameDocumentInput = inDocument.extend({ title: titleSchema })
export const archiveDocumentInput = inDocument
/** Publishes what is stored when the command runs. */
export const publishDocumentInput = inDocument.extend({ versionId: idSchema, name: lineOfText(100) })
/** Sent by the server only: updates up to `number` were written by `editorIds`. */
export const reviseDocumentInput = inDocument.extend({
  number: z.int().positive(),
  editorIds: z.array(idSchema).min(1).max(500),
})
