import { mutation, router } from '../../transports/trpc/procedures.ts'
import { addFile } from './commands/add-file.ts'
import { removeFile, restoreFile } from './commands/remove-file.ts'

/** Procedures of `files`; content goes by /files/:id. */
export const filesRouter = router({
  add: mutation(addFile),
  remove: mutation(removeFile),
  restore: mutation(restoreFile),
})
