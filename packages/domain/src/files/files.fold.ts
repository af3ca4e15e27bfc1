import { definePart, on, withRow, without } from '../core/part.ts'
import { fileAdded, fileRemoved } from './files.events.ts'
import type { StoredFile } from './files.ts'

/** The files of a space, by id. */
export type FilesPart = Readonly<Record<string, StoredFile>>

/** The part `files` of every snapshot. */
export const filesPart = definePart<FilesPart>({}, [
  on(fileAdded, (state, { payload: { fileId, sha256: _sha256, ...file } }) =>
    withRow(state, fileId, { id: fileId, ...file }),
  ),
  on(fileRemoved, (state, { payload }) => without(state, payload.fileId)),
])
