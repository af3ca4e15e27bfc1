import { fileRemove, fileRestore } from '@kolo/domain/files/files.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { fileById, uploadById } from '../files.queries.ts'

/** Takes a file out of the list; its content stays, so that it can be put back. */
export const removeFile = command(fileRemove, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ file: await fileById(tx.read, input) })
    tx.write((db) => db.updateTable('file').set({ removed_at: now }).where('id', '=', input.fileId))
    return events
  },
})

/** Puts a removed file back. */
export const restoreFile = command(fileRestore, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const [file, upload] = await Promise.all([fileById(tx.read, input, 'removed'), uploadById(tx.read, input)])
    const events = decide({ file, upload })
    tx.write((db) => db.updateTable('file').set({ removed_at: null }).where('id', '=', input.fileId))
    return events
  },
})
