import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { lineOfText } from '../core/text.ts'

/** A file of a space. `type` was found from its content; `size` in bytes. */
export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly addedBy: string
  readonly addedAt: string
}

/** The largest upload, in bytes. */
export const maxFileSize = 50_000_000

/** A name without path separators, as it is offered for download. */
const fileNameSchema = lineOfText(200).refine((name) => !/[/\\]/.test(name) && name !== '.' && name !== '..', {
  message: 'badCharacters',
})

const onFile = z.object({ spaceId: idSchema, fileId: idSchema })
/** The content was uploaded before, under the same id. */
export const addFileInput = onFile.extend({ name: fileNameSchema })
export const removeFileInput = onFile
