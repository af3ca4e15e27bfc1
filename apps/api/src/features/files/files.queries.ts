import type { StoredFile } from '@kolo/domain/files/files'
import type { Upload } from '@kolo/domain/files/files.decide'
import type { Reads } from '../../kernel/transaction.ts'

type FileRow = { id: string; name: string; type: string; size: number; added_by: string; added_at: string }

/** A file's row in the domain's words. */
function fileOf(row: FileRow): StoredFile {
  return { id: row.id, name: row.name, type: row.type, size: row.size, addedBy: row.added_by, addedAt: row.added_at }
}

const withUpload = (db: Reads) =>
  db
    .selectFrom('file')
    .innerJoin('upload', 'upload.id', 'file.id')
    .select([
      'file.id',
      'file.name',
      'file.space_id',
      'upload.type',
      'upload.size',
      'upload.sha256',
      'file.added_by',
      'file.added_at',
    ])

/** All files of a space. */
export async function filesOf(db: Reads, spaceId: string): Promise<StoredFile[]> {
  const rows = await withUpload(db)
    .where('file.space_id', '=', spaceId)
    .where('removed_at', 'is', null)
    .orderBy('file.id')
    .execute()
  return rows.map(fileOf)
}

/** Those of the named files that are in that space. */
export async function filesByIds(db: Reads, spaceId: string, fileIds: readonly string[]): Promise<StoredFile[]> {
  if (fileIds.length === 0) return []
  const rows = await withUpload(db)
    .where('file.id', 'in', fileIds)
    .where('file.space_id', '=', spaceId)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(fileOf)
}

/** The file, where it is in that space; with `removed` one that was taken away. */
export async function fileById(
  db: Reads,
  key: { spaceId: string; fileId: string },
  state: 'live' | 'removed' = 'live',
): Promise<StoredFile | undefined> {
  const row = await withUpload(db)
    .where('file.id', '=', key.fileId)
    .where('file.space_id', '=', key.spaceId)
    .where('removed_at', state === 'live' ? 'is' : 'is not', null)
    .executeTakeFirst()
  return row && fileOf(row)
}

/** The upload for a space; of this person, where one is named. */
export async function uploadById(
  db: Reads,
  key: { spaceId: string; fileId: string },
  personId?: string,
): Promise<Upload | undefined> {
  return db
    .selectFrom('upload')
    .select(['type', 'size', 'sha256'])
    .where('id', '=', key.fileId)
    .where('space_id', '=', key.spaceId)
    .$if(personId !== undefined, (select) => select.where('person_id', '=', personId!))
    .executeTakeFirst()
}

/**
 * A file that the person may fetch: in a space of theirs, once it was added; or handed in with a report of a space of
 * theirs, where it stays whatever becomes of it in the municipality's space.
 */
export async function fetchableFile(db: Reads, personId: string, fileId: string): Promise<StoredFile | undefined> {
  const row = await withUpload(db)
    .where('file.id', '=', fileId)
    .where((where) => {
      const spaces = where.selectFrom('space_member').select('space_id').where('person_id', '=', personId)
      return where.or([
        where.and([where('removed_at', 'is', null), where('file.space_id', 'in', spaces)]),
        where.exists(
          where
            .selectFrom('submission_file')
            .innerJoin('submission', 'submission.id', 'submission_file.submission_id')
            .innerJoin('report', 'report.id', 'submission.report_id')
            .select('submission_file.file_id')
            .whereRef('submission_file.file_id', '=', 'file.id')
            .where('report.space_id', 'in', spaces),
        ),
      ])
    })
    .executeTakeFirst()
  return row && fileOf(row)
}
