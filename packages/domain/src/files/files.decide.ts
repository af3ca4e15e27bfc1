import { defineCommand } from '../core/command.ts'
import { conflict, notFound } from '../core/errors.ts'
import { addFileInput, removeFileInput, type StoredFile } from './files.ts'
import { fileAdded, fileRemoved } from './files.events.ts'
import { can } from './files.policy.ts'

/** An upload of this person for this space, complete. */
export type Upload = { readonly type: string; readonly size: number; readonly sha256: string }
type State = { readonly file: StoredFile | undefined; readonly upload: Upload | undefined }

export const fileAdd = defineCommand('file.add', addFileInput, ({ file, upload }: State, input, { actor, now }) => {
  if (!can.add(actor) || !upload) throw notFound()
  if (file) throw conflict('idTaken')
  return [fileAdded.of({ fileId: input.fileId, name: input.name, ...upload, addedBy: actor.personId, addedAt: now })]
})

export const fileRemove = defineCommand(
  'file.remove',
  removeFileInput,
  ({ file }: Pick<State, 'file'>, input, { actor }) => {
    if (!file || !can.remove(actor, file)) throw notFound()
    return [fileRemoved.of({ fileId: input.fileId, name: file.name })]
  },
)

/** `file` is the removed one. */
export const fileRestore = defineCommand(
  'file.restore',
  removeFileInput,
  ({ file, upload }: State, input, { actor }) => {
    if (!file || !upload || !can.remove(actor, file)) throw notFound()
    const { name, addedBy, addedAt } = file
    return [fileAdded.of({ fileId: input.fileId, name, ...upload, addedBy, addedAt })]
  },
)
