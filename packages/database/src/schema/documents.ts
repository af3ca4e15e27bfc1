import type { Generated } from 'kysely'

export type DocumentTable = {
  id: string
  space_id: string
  title: string
  created_by: string
  created_at: string
  archived_at: Generated<string | null>
  revised_number: Generated<number>
  revised_at: Generated<string | null>
  revised_by: Generated<string[]>
}

/**
 * The head of a document's log of updates; its row is the document's lock. `bytes` is what whoever opens it has to load:
 * the newest snapshot and the updates behind it.
 */
export type DocumentLogTable = { document_id: string; last_number: Generated<number>; bytes: Generated<string> }

/** One Yjs update, stored before it is applied, sent on or acknowledged. */
export type DocumentUpdateTable = { document_id: string; number: number; update: Buffer; person_id: string; at: string }

/** The encoded state after update `number`, with the SHA-256 of its bytes. */
export type DocumentSnapshotTable = { document_id: string; number: number; state: Buffer; hash: Buffer; at: string }

/** `content` is the canonical JSON that `hash` is of; `state` the encoded Yjs state beside it. */
export type DocumentVersionTable = {
  id: string
  document_id: string
  name: string
  number: number
  hash: string
  content: string
  state: Buffer
  published_by: string
  published_at: string
}
