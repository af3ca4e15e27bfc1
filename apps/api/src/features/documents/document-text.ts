import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Reads } from '../../kernel/transaction.ts'

/** What is stored of a document doesn't fit together. Nothing may be built on it. */
export class BrokenDocument extends Error {}

/** Loads the stored text into an empty Yjs document: the newest snapshot and all updates after it. Returns the last number. */
export async function loadText(db: Reads, documentId: string, into: Y.Doc): Promise<number> {
  const snapshot = await db
    .selectFrom('document_snapshot')
    .select(['number', 'state', 'hash'])
    .where('document_id', '=', documentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (snapshot && !hashOfState(snapshot.state).equals(snapshot.hash)) {
    throw new BrokenDocument(`Snapshot ${snapshot.number} of document ${documentId} isn't what was stored.`)
  }
  const from = snapshot?.number ?? 0
  const updates = await db
    .selectFrom('document_update')
    .select(['number', 'update'])
    .where('document_id', '=', documentId)
    .where('number', '>', from)
    .orderBy('number')
    .execute()
  updates.forEach(({ number }, index) => {
    if (number !== from + 1 + index)
      throw new BrokenDocument(`Update ${from + 1 + index} of document ${documentId} is missing.`)
  })
  into.transact(() => {
    if (snapshot) Y.applyUpdate(into, snapshot.state)
    for (const { update } of updates) Y.applyUpdate(into, update)
  })
  return from + updates.length
}

/** The updates after `number`, oldest first. */
export async function updatesAfter(
  db: Reads,
  documentId: string,
  number: number,
  limit: number,
): Promise<{ readonly number: number; readonly update: Uint8Array }[]> {
  return db
    .selectFrom('document_update')
    .select(['number', 'update'])
    .where('document_id', '=', documentId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
}

/** Who wrote the updates after `number`, the last writer first, and the number of the last update. */
export async function editorsAfter(
  db: Reads,
  documentId: string,
  number: number,
): Promise<{ readonly number: number; readonly editorIds: readonly string[] }> {
  const rows = await db
    .selectFrom('document_update')
    .select(({ fn }) => ['person_id', fn.max('number').as('last')])
    .where('document_id', '=', documentId)
    .where('number', '>', number)
    .groupBy('person_id')
    .orderBy('last', 'desc')
    .limit(500)
    .execute()
  return { number: rows[0]?.last ?? number, editorIds: rows.map((row) => row.person_id) }
}

/** SHA-256 of an encoded state. */
export function hashOfState(state: Uint8Array): Buffer {
  return createHash('sha256').update(state).digest()
}
