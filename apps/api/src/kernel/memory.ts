import type { Envelope } from '@kolo/domain/events/envelope'
import { foldSpace, type PartName, type SpaceState } from '@kolo/domain/events/parts'
import type { Pool } from 'pg'
import type { Head } from './append.ts'
import { type PartLoaders, readTogether, type Remembered, takeSnapshot } from './snapshot.ts'

/**
 * Busy spaces, folded in memory. What follows from a log holds for as long as its head is the same, so that a command
 * may be decided without asking the database anything first: were the head another by now, the number that its event
 * takes would be taken, and the transaction fails.
 */
export type SpaceMemory = {
  of(spaceId: string): Remembered | undefined
  /** A transaction has been committed: from these heads, with these events, to those; `folded` where that is known. */
  committed(of: {
    readonly from: ReadonlyMap<string, Head>
    readonly events: readonly Envelope[]
    readonly to: ReadonlyMap<string, Head>
    readonly folded: SpaceState | undefined
  }): void
  /** Takes the space in where it has been busy for some time; the caller runs nothing on it meanwhile. */
  consider(spaceId: string): Promise<void>
  /** It isn't as it was left: somebody else has written, or nobody knows. */
  forget(spaceId: string): void
}

// Taking a space in costs a snapshot: worth it where people go on writing.
const batchesBefore = 4
// Where another process writes as well, a space is soon forgotten again.
const batchesAfterLoss = 64
const never = Number.MAX_SAFE_INTEGER
// Characters of JSON; in memory about three times as much.
const bytesHeld = 32 * 1024 * 1024
const bytesOfOne = bytesHeld / 8
// With more keys an object is a hash table to the engine: copying it for each event costs more than asking the database,
// and stops everybody meanwhile.
const rowsOfOne = 1_000

/** Where nothing is remembered. */
export const noMemory: SpaceMemory = {
  of: () => undefined,
  committed: () => undefined,
  consider: async () => undefined,
  forget: () => undefined,
}

type Kept = Remembered & { readonly bytes: number }

/** Makes the memory; `onError` hears of a space that could not be taken in. */
export function spaceMemory(pool: Pool, loaders: PartLoaders, onError: (error: unknown) => void): SpaceMemory {
  // In the order of their last use.
  const spaces = new Map<string, Kept>()
  const batchesLeft = new Map<string, number>()

  const keep = (spaceId: string, kept: Kept): void => {
    spaces.delete(spaceId)
    spaces.set(spaceId, kept)
    let bytes = 0
    for (const each of spaces.values()) bytes += each.bytes
    for (const [oldest, each] of spaces) {
      if (bytes <= bytesHeld) break
      spaces.delete(oldest)
      bytes -= each.bytes
    }
  }
  const forget = (spaceId: string): void => {
    if (spaces.delete(spaceId)) batchesLeft.set(spaceId, batchesAfterLoss)
  }
  return {
    of: (spaceId) => spaces.get(spaceId),
    forget,
    committed({ from, events, to, folded }) {
      for (const [spaceId, head] of to) {
        const before = from.get(spaceId)
        const known = spaces.get(spaceId)
        if (!known) {
          if (head.seq !== before?.seq) batchesLeft.set(spaceId, (batchesLeft.get(spaceId) ?? batchesBefore) - 1)
          continue
        }
        if (!before || before.seq !== known.head.seq || !before.hash.equals(known.head.hash)) forget(spaceId)
        else {
          const ofIt = events.filter((event) => event.spaceId === spaceId)
          const parts = folded ?? ofIt.reduce(foldSpace, known.parts)
          const bytes = known.bytes + bytesOf(ofIt)
          // It has grown too large, or changes often enough to be measured again.
          if (bytes > bytesOfOne || !isCopiedQuickly(parts, known.parts)) forget(spaceId)
          else keep(spaceId, { head, parts, bytes })
        }
      }
    },
    async consider(spaceId) {
      // Only what has been written to is counted: whoever invents spaces leaves nothing behind.
      if ((batchesLeft.get(spaceId) ?? batchesBefore) > 0) return
      batchesLeft.delete(spaceId)
      try {
        const taken = await takeIn(pool, loaders, spaceId)
        if (taken.bytes <= bytesOfOne && isCopiedQuickly(taken.parts)) keep(spaceId, taken)
        else batchesLeft.set(spaceId, never)
      } catch (error) {
        onError(error)
      }
    },
  }
}

async function takeIn(pool: Pool, loaders: PartLoaders, spaceId: string): Promise<Kept> {
  return readTogether(pool, async (reads) => {
    const [space, { parts }] = await Promise.all([
      reads.selectFrom('space').select(['head', 'head_hash']).where('id', '=', spaceId).executeTakeFirstOrThrow(),
      takeSnapshot(reads, loaders, spaceId),
    ])
    return { head: { seq: space.head, hash: space.head_hash }, parts, bytes: bytesOf(parts) }
  })
}

const bytesOf = (held: unknown): number => JSON.stringify(held).length

/** Whether no part holds more rows than are copied in a moment; looks only at those that aren't as they were `before`. */
const isCopiedQuickly = (parts: SpaceState, before?: SpaceState): boolean =>
  (Object.keys(parts) as PartName[]).every(
    (name) => parts[name] === before?.[name] || mostRowsOf(parts[name]) <= rowsOfOne,
  )

/** Of a part and the records that it consists of. */
function mostRowsOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0
  const within = Object.values(part).map((held: unknown) =>
    typeof held === 'object' && held !== null ? Object.keys(held).length : 0,
  )
  return Math.max(within.length, ...within)
}
