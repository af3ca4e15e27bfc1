import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { compactLog } from '../../features/documents/document-log.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** Takes snapshots behind which the log of a document is pruned, in the background, one at a time for each document. */
export type Compaction = {
  /** An update was stored. */
  stored(documentId: string, number: number, bytes: number): void
  /**
   * Has taken a snapshot of all that is stored by now: whoever had no room may try once more. Rejects where none could be
   * taken, which says nothing of the room that there would be.
   */
  makeRoom(documentId: string): Promise<void>
}

// Pasted and taken out again, a text fills its log long before it has many updates.
const largestTail = 4 * 1024 * 1024
// A snapshot of a large text takes a good part of a second: whoever fills one on purpose waits in between.
const restForRoom = 5_000

/** Makes it; a snapshot is taken after so many updates, or so many bytes of them. */
export function compaction(options: {
  readonly pool: Pool
  readonly db: Reads
  readonly snapshotEvery: number
  readonly onError: (error: unknown) => void
}): Compaction {
  const running = new Map<string, Promise<void>>()
  /** Bytes since the last snapshot, as far as this node knows. */
  const tails = new Map<string, number>()
  const rests = new Map<string, Promise<void>>()

  const compact = (documentId: string): Promise<void> => {
    const under = running.get(documentId)
    if (under) return under
    tails.set(documentId, 0)
    const work = compactLog(options.pool, options.db, documentId, new Date().toISOString()).then(
      () => void running.delete(documentId),
      (error: unknown) => {
        running.delete(documentId)
        // What the log holds is as long as it was.
        tails.delete(documentId)
        throw error
      },
    )
    running.set(documentId, work)
    return work
  }
  return {
    stored(documentId, number, bytes) {
      const tail = (tails.get(documentId) ?? 0) + bytes
      tails.set(documentId, tail)
      if (number % options.snapshotEvery === 0 || tail >= largestTail) compact(documentId).catch(options.onError)
    },
    async makeRoom(documentId) {
      // It may have begun before what was taken out last.
      await running.get(documentId)?.catch(() => undefined)
      if (tails.get(documentId) === 0) return
      await rests.get(documentId)
      try {
        await compact(documentId)
      } finally {
        const rest = pause(restForRoom, undefined, { ref: false }).then(() => void rests.delete(documentId))
        rests.set(documentId, rest)
      }
    },
  }
}
