import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { Role } from '@kolo/domain/core/roles'
import type { DocumentEntry, DocumentVersion } from '@kolo/domain/documents/documents'
import { type DocumentJson, extractText, parseDocument, toJson } from '@kolo/editor'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { requireMunicipality } from '../municipalities/municipalities.queries.ts'
import { roleIn } from '../spaces/spaces.queries.ts'
import { loadText } from './document-text.ts'
import { documentById, versionOf } from './documents.entries.ts'

/** The space of a document that the person may read, with the role held there; `notFound` where absent or forbidden. */
async function readableDocument(
  db: Reads,
  personId: string,
  documentId: string,
): Promise<{ readonly spaceId: string; readonly role: Role }> {
  const row = await db.selectFrom('document').select('space_id').where('id', '=', documentId).executeTakeFirst()
  if (!row) throw notFound()
  return { spaceId: row.space_id, role: await roleIn(db, personId, row.space_id) }
}

/** A document by its own address: where it stands, and what the person is there. */
export const documentQuery = query('documents.byId', {
  input: z.object({ documentId: idSchema }),
  async handle({ db, input, personId }): Promise<{ spaceId: string; role: Role; document: DocumentEntry }> {
    const { spaceId, role } = await readableDocument(db, personId, input.documentId)
    const document = await documentById(db, { spaceId, documentId: input.documentId })
    if (!document) throw notFound()
    return { spaceId, role, document }
  },
})

/** The stored text as plain text, a string for each block. */
export const documentText = query('documents.text', {
  input: z.object({ documentId: idSchema }),
  async handle({ db, input, personId }): Promise<{ number: number; blocks: string[] }> {
    await readableDocument(db, personId, input.documentId)
    const ydoc = new Y.Doc()
    const number = await loadText(db, input.documentId, ydoc)
    const blocks = extractText(toJson(ydoc))
    ydoc.destroy()
    return { number, blocks }
  },
})

/** A version as it is read: its text, and the title of its document. */
export type ReadableVersion = DocumentVersion & {
  readonly documentId: string
  readonly title: string
  readonly content: DocumentJson
}

/** A version for the members of its space, and for everybody who takes part in the project where it is published. */
export const documentVersion = query('documents.version', {
  input: z.object({ versionId: idSchema }),
  async handle({ db, input, personId }): Promise<ReadableVersion> {
    const row = await db
      .selectFrom('document_version')
      .innerJoin('document', 'document.id', 'document_version.document_id')
      .innerJoin('space', 'space.id', 'document.space_id')
      .select([
        'document_version.id',
        'name',
        'number',
        'hash',
        'content',
        'published_by',
        'published_at',
        'document.id as document_id',
        'document.title',
        'space.id as space_id',
        'space.kind',
        'space.project_id',
      ])
      .where('document_version.id', '=', input.versionId)
      .executeTakeFirst()
    if (!row) throw notFound()
    const shared = row.project_id !== null && publicKinds.some((kind) => kind === row.kind)
    if (!shared || !(await takesPart(db, personId, row.project_id!))) await roleIn(db, personId, row.space_id)
    return {
      ...versionOf(row),
      documentId: row.document_id,
      title: row.title,
      content: parseDocument(JSON.parse(row.content)),
    }
  },
})

/** Spaces whose published versions the whole project may read, observers too. */
const publicKinds = ['commons', 'stage'] as const

/** All published versions of a project, newest first, for everybody who takes part in it. */
export const publishedDocuments = query('documents.published', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId }): Promise<(DocumentVersion & { documentId: string; title: string })[]> {
    if (!(await takesPart(db, personId, input.projectId))) throw notFound()
    const rows = await db
      .selectFrom('document_version')
      .innerJoin('document', 'document.id', 'document_version.document_id')
      .innerJoin('space', 'space.id', 'document.space_id')
      .select([
        'document_version.id',
        'document_id',
        'name',
        'number',
        'hash',
        'published_by',
        'published_at',
        'document.title',
      ])
      .where('space.project_id', '=', input.projectId)
      .where('space.kind', 'in', publicKinds)
      .orderBy('published_at', 'desc')
      .limit(500)
      .execute()
    return rows.map((row) => ({ ...versionOf(row), documentId: row.document_id, title: row.title }))
  },
})

/** A document in a list of documents of several spaces. */
export type ListedDocument = {
  readonly id: string
  readonly title: string
  readonly spaceId: string
  /** When it was written in last, or made. */
  readonly touchedAt: string
}

/** The documents written in last of a municipality's own space and its rollouts', of those in which the person is. */
export const documentsOfMunicipality = query('documents.ofMunicipality', {
  input: z.object({ municipalityId: idSchema }),
  async handle({ db, input: { municipalityId }, personId }): Promise<ListedDocument[]> {
    await requireMunicipality(db, municipalityId)
    const touched = sql<string>`coalesce(document.revised_at, document.created_at)`
    return db
      .selectFrom('document')
      .select(['id', 'title', 'space_id as spaceId', touched.as('touchedAt')])
      .where('archived_at', 'is', null)
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('space_id', 'in', selectFrom('rollout').select('space_id').where('municipality_id', '=', municipalityId)),
          eb(
            'space_id',
            'in',
            selectFrom('organization').select('space_id').where('municipality_id', '=', municipalityId),
          ),
        ]),
      )
      .where('space_id', 'in', (own) =>
        own.selectFrom('space_member').select('space_id').where('person_id', '=', personId),
      )
      .orderBy(touched, 'desc')
      .limit(8)
      .execute()
  },
})

/** Whether the person coordinates the project or sits in an organization that takes part in it, as an observer too. */
async function takesPart(db: Reads, personId: string, projectId: string): Promise<boolean> {
  const [coordinator, seat] = await Promise.all([
    db
      .selectFrom('project_coordinator')
      .select('person_id')
      .where('project_id', '=', projectId)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
    db
      .selectFrom('seat_holder')
      .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
      .innerJoin('participation', 'participation.organization_id', 'seat.organization_id')
      .select('seat.id')
      .where('seat_holder.person_id', '=', personId)
      .where('participation.project_id', '=', projectId)
      .where('participation.ended_at', 'is', null)
      .limit(1)
      .executeTakeFirst(),
  ])
  return coordinator !== undefined || seat !== undefined
}
