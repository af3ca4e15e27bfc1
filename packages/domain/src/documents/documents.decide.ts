import { defineCommand } from '../core/command.ts'
import { conflict, notFound } from '../core/errors.ts'
import type { DocumentEntry } from './documents.ts'
import {
  archiveDocumentInput,
  createDocumentInput,
  publishDocumentInput,
  renameDocumentInput,
  reviseDocumentInput,
} from './documents.ts'
import {
  documentArchived,
  documentCreated,
  documentPublished,
  documentRenamed,
  documentRestored,
  documentRevised,
} from './documents.events.ts'
import { can } from './documents.policy.ts'

type Known = Pick<DocumentEntry, 'title' | 'createdBy' | 'archivedAt' | 'revisedNumber'>
type DocumentState = { readonly document: Known | undefined }
/** The text that is stored when a version is fixed. */
type PublishState = DocumentState & {
  readonly text: { readonly number: number; readonly hash: string } | undefined
  readonly versionTaken: boolean
}

export const documentCreate = defineCommand(
  'document.create',
  createDocumentInput,
  (state: DocumentState, input, { actor }) => {
    if (!can.create(actor)) throw notFound()
    if (state.document) throw conflict('idTaken')
    return [documentCreated.of({ documentId: input.documentId, title: input.title })]
  },
)

export const documentRename = defineCommand(
  'document.rename',
  renameDocumentInput,
  (state: DocumentState, input, { actor }) => {
    if (!state.document || !can.rename(actor, state.document)) throw notFound()
    if (state.document.title === input.title) return []
    return [documentRenamed.of({ documentId: input.documentId, title: input.title })]
  },
)

export const documentArchive = defineCommand(
  'document.archive',
  archiveDocumentInput,
  (state: DocumentState, input, { actor }) => {
    if (!state.document || !can.archive(actor, state.document)) throw notFound()
    return state.document.archivedAt ? [] : [documentArchived.of({ documentId: input.documentId })]
  },
)

export const documentRestore = defineCommand(
  'document.restore',
  archiveDocumentInput,
  (state: DocumentState, input, { actor }) => {
    if (!state.document || !can.archive(actor, state.document)) throw notFound()
    return state.document.archivedAt ? [documentRestored.of({ documentId: input.documentId })] : []
  },
)

export const documentPublish = defineCommand(
  'document.publish',
  publishDocumentInput,
  (state: PublishState, input, { actor }) => {
    if (!state.document || !state.text || !can.publish(actor, state.document)) throw notFound()
    if (state.versionTaken) throw conflict('idTaken')
    const { documentId, versionId, name } = input
    return [documentPublished.of({ documentId, versionId, name, ...state.text })]
  },
)

/** Numbers only move forward: a second telling of the same updates says nothing. */
export const documentRevise = defineCommand(
  'document.revise',
  reviseDocumentInput,
  (state: DocumentState, input, { actor }) => {
    if (!state.document || !can.revise(actor)) throw notFound()
    if (input.number <= state.document.revisedNumber) return []
    const { documentId, number, editorIds } = input
    return [documentRevised.of({ documentId, number, editorIds })]
  },
)
