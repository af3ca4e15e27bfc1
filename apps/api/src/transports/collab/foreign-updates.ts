import type { Document, Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { loadText, updatesAfter } from '../../features/documents/document-text.ts'
import type { Reads } from '../../kernel/transaction.ts'
import type { CollabContext } from './client-socket.ts'

/** Brings what was stored by other nodes into the documents that are open here. The log of updates is the truth. */
export type ForeignUpdates = {
  /** The document has been loaded up to this number. */
  loaded(documentId: string, number: number): void
  /** This node has stored this update, and applies it itself. */
  stored(documentId: string, number: number): void
  /** From now on it is open here, whatever was heard while it was being loaded. */
  opened(documentId: string): void
  unloaded(documentId: string): void
  /** Somebody says that the document's log has reached this number. */
  heard(documentId: string, number: number): void
  /** Looks for what nobody told, in one query: of one document, or of all that are open here. */
  check(documentId?: string): Promise<void>
}

const page = 1_000
// It came from the log: nothing is to be stored.
const fromLog = { source: 'local', skipStoreHooks: true } as const

/** Makes the reader. */
export function foreignUpdates(options: {
  readonly db: Reads
  readonly hocuspocus: () => Hocuspocus<CollabContext>
  readonly onError: (error: unknown) => void
}): ForeignUpdates {
  const { db, onError } = options
  /** Up to here each open document has everything, without a gap. */
  const known = new Map<string, number>()
  const wanted = new Map<string, number>()
  const reading = new Map<string, Promise<void>>()

  const advance = (documentId: string, number: number): void => {
    const before = known.get(documentId)
    if (before !== undefined) known.set(documentId, Math.max(before, number))
  }
  const documentOf = (documentId: string): Document | undefined => options.hocuspocus().documents.get(documentId)
  const isBehind = (documentId: string): boolean =>
    documentOf(documentId) !== undefined &&
    (wanted.get(documentId) ?? 0) > (known.get(documentId) ?? Number.POSITIVE_INFINITY)
  const readOn = async (documentId: string): Promise<void> => {
    try {
      while (isBehind(documentId)) await readSome(documentId)
    } finally {
      // In the same moment in which it ends: whoever hears of more in the next one begins anew.
      reading.delete(documentId)
    }
  }
  const readSome = async (documentId: string): Promise<void> => {
    const document = documentOf(documentId)
    const { number, updates } = await storedAfter(db, documentId, known.get(documentId) ?? 0)
    // Closed and opened again meanwhile: that one was loaded by itself.
    if (!document || documentOf(documentId) !== document) return
    // Nothing there: the frame was not ours.
    if (updates.length === 0) wanted.delete(documentId)
    document.transact(() => {
      for (const update of updates) Y.applyUpdate(document, update, fromLog)
    }, fromLog)
    advance(documentId, number)
  }
  const read = (documentId: string): Promise<void> => {
    const running = reading.get(documentId)
    if (running) return running
    // It must stand in the map before it can end.
    const work = Promise.resolve().then(() => readOn(documentId))
    reading.set(documentId, work)
    return work
  }
  const want = (documentId: string, number: number): void => {
    const { documents, loadingDocuments } = options.hocuspocus()
    if (!documents.has(documentId) && !loadingDocuments.has(documentId)) return
    wanted.set(documentId, Math.max(number, wanted.get(documentId) ?? 0))
  }

  return {
    loaded: (documentId, number) => void known.set(documentId, number),
    stored(documentId, number) {
      // Behind a gap, what is in between was stored elsewhere and is still to be heard of.
      if (number === (known.get(documentId) ?? 0) + 1) advance(documentId, number)
    },
    opened: (documentId) => void read(documentId).catch(onError),
    unloaded(documentId) {
      known.delete(documentId)
      wanted.delete(documentId)
    },
    heard(documentId, number) {
      want(documentId, number)
      read(documentId).catch(onError)
    },
    async check(documentId) {
      const open = documentId === undefined ? [...known.keys()] : [documentId]
      if (open.length === 0) return
      const logs = await db
        .selectFrom('document_log')
        .select(['document_id', 'last_number'])
        .where('document_id', 'in', open)
        .execute()
      for (const { document_id: id, last_number: number } of logs) want(id, number)
      await Promise.all(open.map(read))
    },
  }
}

type Stored = { readonly number: number; readonly updates: readonly Uint8Array[] }

/** What was stored after a number; where the log was pruned behind a snapshot meanwhile, the whole text as one update. */
async function storedAfter(db: Reads, documentId: string, from: number): Promise<Stored> {
  const rows = await updatesAfter(db, documentId, from, page)
  const [first] = rows
  if (!first || first.number === from + 1) {
    return { number: rows.at(-1)?.number ?? from, updates: rows.map(({ update }) => update) }
  }
  const whole = new Y.Doc()
  try {
    return { number: await loadText(db, documentId, whole), updates: [Y.encodeStateAsUpdate(whole)] }
  } finally {
    whole.destroy()
  }
}
