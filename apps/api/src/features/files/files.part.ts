import type { FilesPart } from '@kolo/domain/files/files.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { filesOf } from './files.queries.ts'

/** The files of a space, by id. */
export const loadFiles: PartLoader<FilesPart> = async (db, spaceId) =>
  Object.fromEntries((await filesOf(db, spaceId)).map((file) => [file.id, file]))
