import { writingRoles } from '@kolo/domain/documents/documents.policy'
import { fromJson, toJson } from '@kolo/editor'
import type { Pool } from 'pg'
import * as Y from 'yjs'
import type { Reads } from '../../kernel/transaction.ts'
import { hashOfState, loadText } from './document-text.ts'

/** An update on its way into the log; whether it only takes away, as what makes a text smaller does. */
export type Written = { readonly personId: string; readonly update: Uint8Array; readonly onlyRemoves?: boolean }

/**
 * How much whoever opens a document has to load, at most: four manuals of 300 pages in Georgian, written letter by
 * letter. A browser takes a second for it, and a text without end would end the server of everybody.
 */
export const maxDocumentBytes = 8 * 1024 * 1024
// Who has filled a text must still be able to take something out of it.
const roomForRemoving = 1 / 8

/** What an update gets instead of a number where the document has no room for it. */
export const noRoom = 0

// One statement, one commit: leave out whoever may not write (any more) and what doesn't fit, then take numbers for the
// rest without a gap. Taking them locks the head of the log; whoever comes at the same moment waits for the commit and
// counts on from there.
const appendSql = `
  with asked as (
    select *, sum(length(update)) over (order by position) as bytes
    from unnest($2::uuid[], $3::bytea[], $6::int[]) with ordinality as asked(person_id, update, most, position)
  ), permitted as (
    select asked.*, document_log.bytes + asked.bytes <= most as fits
    from document join document_log on document_log.document_id = document.id, asked
    where document.id = $1 and document.archived_at is null and exists (
      select from space_member
      where space_member.space_id = document.space_id and space_member.person_id = asked.person_id and role = any($4::text[])
    )
  ), allowed as (
    select permitted.*, (row_number() over (order by position))::int as step from permitted where fits
  ), taken as (
    update document_log set
      last_number = last_number + (select count(*) from allowed)::int,
      bytes = bytes + (select coalesce(sum(length(update)), 0) from allowed)
    where document_id = $1
    returning last_number - (select count(*) from allowed)::int as before
  ), stored as (
    insert into document_update (document_id, number, update, person_id, at)
    select $1, before + step, update, person_id, $5 from taken, allowed
  )
  select permitted.position::int, coalesce(before + step, ${noRoom}) as number
  from taken, permitted left join allowed on allowed.position = permitted.position`

/**
 * Appends updates in one commit. Answers the number of each, in order; undefined where the person may not write in the
 * document (any more), `noRoom` where it would become too large. When it returns, what has a number is stored.
 */
export async function appendUpdates(
  pool: Pool,
  documentId: string,
  written: readonly Written[],
  at: string,
  most = maxDocumentBytes,
): Promise<(number | undefined)[]> {
  const { rows } = await pool.query<{ position: number; number: number }>({
    name: 'document-append',
    text: appendSql,
    values: [
      documentId,
      written.map(({ personId }) => personId),
      written.map(({ update }) => Buffer.from(update.buffer, update.byteOffset, update.byteLength)),
      writingRoles,
      at,
      written.map(({ onlyRemoves }) => Math.floor(most * (onlyRemoves ? 1 + roomForRemoving : 1))),
    ],
  })
  const numbers = new Map(rows.map((row) => [row.position, row.number]))
  return written.map((_, index) => numbers.get(index + 1))
}

/** Writes the first text of a document that has none yet (templates, the demo); false where somebody wrote before. */
export async function seedDocument(
  pool: Pool,
  seed: { readonly documentId: string; readonly personId: string; readonly content: unknown; readonly at: string },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with log as (update document_log set last_number = 1, bytes = length($2::bytea) where document_id = $1 and last_number = 0 returning document_id)
     insert into document_update (document_id, number, update, person_id, at) select document_id, 1, $2, $3, $4 from log`,
    [seed.documentId, Buffer.from(fromJson(seed.content)), seed.personId, seed.at],
  )
  return rowCount === 1
}

// Updates go only behind the snapshot before this one, so that there are always two ways to the present text, and only
// once the log of the space has told who wrote them. Behind the first one nothing goes: whatever has been told by then may
// have been stored after the snapshot was read.
const snapshotSql = `
  with taken as (
    insert into document_snapshot (document_id, number, state, hash, at) values ($1, $2, $3::bytea, $4, $5)
    on conflict do nothing
    returning sha256(state) = hash as whole
  ), previous as (
    select coalesce(max(number), 0) as number from document_snapshot where document_id = $1 and number < $2
  ), pruned as (
    delete from document_update using previous, document
    where document_id = $1 and document.id = $1 and (select whole from taken)
      and document_update.number <= least(previous.number, document.revised_number)
  ), forgotten as (
    delete from document_snapshot using previous
    where document_id = $1 and document_snapshot.number < previous.number and (select whole from taken)
  ), counted as (
    update document_log set bytes = length($3::bytea) + coalesce((
      select sum(length(update)) from document_update where document_id = $1 and number > $2
    ), 0)
    where document_id = $1 and (select whole from taken)
  )
  select whole from taken`

/** Takes a snapshot of what is stored, proves it, and prunes the log behind the snapshot before. Returns its number. */
export async function compactLog(pool: Pool, db: Reads, documentId: string, at: string): Promise<number> {
  const ydoc = new Y.Doc()
  const number = await loadText(db, documentId, ydoc)
  const state = Y.encodeStateAsUpdate(ydoc)
  const again = new Y.Doc()
  Y.applyUpdate(again, state)
  const equal =
    hashOfState(Y.encodeStateVector(ydoc)).equals(hashOfState(Y.encodeStateVector(again))) &&
    JSON.stringify(toJson(ydoc)) === JSON.stringify(toJson(again))
  ydoc.destroy()
  again.destroy()
  if (!equal) throw new Error(`A snapshot of document ${documentId} at ${number} isn't its text; the log stays.`)
  await pool.query(snapshotSql, [documentId, number, Buffer.from(state), hashOfState(state), at])
  return number
}
