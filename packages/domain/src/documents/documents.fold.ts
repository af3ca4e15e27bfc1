import { changed, definePart, on, withRow } from '../core/part.ts'
import type { DocumentEntry } from './documents.ts'
import {
  documentArchived,
  documentCreated,
  documentPublished,
  documentRenamed,
  documentRestored,
  documentRevised,
} from './documents.events.ts'

/** The documents of a space, by id. */
export type DocumentsPart = Readonly<Record<string, DocumentEntry>>

/** The part `documents` of every snapshot. */
export const documentsPart = definePart<DocumentsPart>({}, [
  on(documentCreated, (state, { payload, actorId, at }) =>
    withRow(state, payload.documentId, {
      id: payload.documentId,
      title: payload.title,
      createdBy: actorId,
      createdAt: at,
      archivedAt: null,
      revisedNumber: 0,
      revisedAt: null,
      revisedBy: [],
      versions: [],
    }),
  ),
  on(documentRenamed, (state, { payload }) =>
    changed(state, payload.documentId, (row) => ({ ...row, title: payload.title })),
  ),
  on(documentArchived, (state, { payload, at }) =>
    changed(state, payload.documentId, (row) => ({ ...row, archivedAt: at })),
  ),
  on(documentRestored, (state, { payload }) =>
    changed(state, payload.documentId, (row) => ({ ...row, archivedAt: null })),
  ),
  on(documentPublished, (state, { payload, actorId, at }) =>
    changed(state, payload.documentId, (row) => {
      const { versionId: id, name, number, hash } = payload
      const version = { id, name, number, hash, publishedBy: actorId, publishedAt: at }
      return { ...row, versions: [...row.versions.filter((other) => other.id !== id), version] }
    }),
  ),
  on(documentRevised, (state, { payload, at }) =>
    changed(state, payload.documentId, (row) => ({
      ...row,
      revisedNumber: payload.number,
      revisedAt: at,
      revisedBy: payload.editorIds,
    })),
  ),
])
