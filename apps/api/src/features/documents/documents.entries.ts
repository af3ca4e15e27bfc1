import type { DocumentEntry, DocumentVersion } from '@kolo/domain/documents/documents'
import type { Reads } from '../../kernel/transaction.ts'

const versionColumns = ['id', 'document_id', 'name', 'number', 'hash', 'published_by', 'published_at'] as const

type VersionRow = { id: string; name: string; number: number; hash: string; published_by: string; published_at: string }

/** A version's row in the domain's words. */
export const versionOf = (row: VersionRow): DocumentVersion => ({
  id: row.id,
  name: row.name,
  number: row.number,
  hash: row.hash,
  publishedBy: row.published_by,
  publishedAt: row.published_at,
})

/** The documents of a space, or the one of them that is named, with their versions. The caller has checked who asks. */
export async function documentsOf(
  db: Reads,
  key: { readonly spaceId: string; readonly documentId?: string },
): Promise<DocumentEntry[]> {
  const { spaceId, documentId } = key
  const [rows, versions] = await Promise.all([
    db
      .selectFrom('document')
      .selectAll()
      .where('space_id', '=', spaceId)
      .$if(documentId !== undefined, (select) => select.where('id', '=', documentId!))
      .orderBy('id')
      .execute(),
    db
      .selectFrom('document_version')
      .select(versionColumns)
      .where('document_id', 'in', (select) =>
        select
          .selectFrom('document')
          .select('id')
          .where('space_id', '=', spaceId)
          .$if(documentId !== undefined, (one) => one.where('id', '=', documentId!)),
      )
      .orderBy('published_at')
      .orderBy('id')
      .execute(),
  ])
  const byDocument = Map.groupBy(versions, (version) => version.document_id)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    createdBy: row.created_by,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    revisedNumber: row.revised_number,
    revisedAt: row.revised_at,
    revisedBy: row.revised_by,
    versions: (byDocument.get(row.id) ?? []).map(versionOf),
  }))
}

/** The document, where it stands in that space. */
export async function documentById(
  db: Reads,
  key: { readonly spaceId: string; readonly documentId: string },
): Promise<DocumentEntry | undefined> {
  const [document] = await documentsOf(db, key)
  return document
}
