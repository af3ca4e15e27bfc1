import type { Envelope } from '@kolo/domain/events/envelope'
import { foldSpace, type PartName, type SpaceState } from '@kolo/domain/events/parts'
import type { Pool } from 'pg'
import type { Head } from './append.ts'
import { readTogether } from './connection.ts'
import { chainHash, hashOf } from './hash.ts'
import { type FoldedSpace, isSameHead, loadFoldedSpace, type PartLoaders } from './snapshot.ts'

/**
 * Busy spaces, folded in memory. What follows from a log holds for as long as its head is the same, so that a command
 * may be decided without asking the database anything first: were the head another by now, the number that its event
 * takes would be taken, and the transaction fails.
 */
export type SpaceMemory = {
  of(spaceId: string): RememberedSpace | undefined
  /** A transaction has been committed: from these heads, with these events, to those; `folded` where that is known. */
  committed(of: {
    readonly from: ReadonlyMap<string, Head>
    readonly events: readonly Envelope[]
    readonly to: ReadonlyMap<string, Head>
    readonly folded: SpaceState | undefined
  }): void
  /** Takes the space in where it has been busy for some time; the space's queue waits meanwhile. */
  consider(spaceId: string): Promise<void>
  /** A space as it was loaded for somebody who opened it: taken in where it is busy, here or elsewhere. */
  opened(spaceId: string, space: FoldedSpace): void
  /** Others' events, as they are told: where they lead on from what is remembered, they go into it. */
  heard(events: readonly Envelope[]): void
  /** Somebody else has just written to it: the next commands ask first what that was. */
  contended(spaceId: string): void
  /** Perhaps somebody else has: the next command asks. */
  doubted(spaceId: string): void
  /**
   * Others' committed events behind what was remembered when they were asked for, perhaps none, and the head that they lead
   * to; what was heard meanwhile is among them. Gives the space as it is there.
   */
  catchUp(of: {
    readonly spaceId: string
    readonly from: FoldedSpace
    readonly events: readonly Envelope[]
    readonly head: Head
  }): FoldedSpace
  /** Nobody knows whether it is as it was left. */
  forget(spaceId: string): void
}

/** `mayBeBehind`: somebody else writes at the same time, and is asked about first. */
export type RememberedSpace = FoldedSpace & { readonly mayBeBehind: boolean }

// Taking a space in costs a snapshot: worth it where people go on writing.
const batchesBefore = 4
// What was forgotten once, or had to make room for others, soon would be again.
const batchesAfterLoss = 64
const never = Number.MAX_SAFE_INTEGER
// Whoever finds out by a failed transaction has lost a round trip more than whoever asks: asked so often in vain, others
// are taken to write here no longer.
const looksAfterOthers = 8
// Counted in JSON; as objects about three times as many bytes.
const charactersHeld = 32 * 1024 * 1024
const charactersOfOne = charactersHeld / 8
// With more keys an object is a hash table to the engine: copying it for each event costs more than asking the database,
// and stops everybody meanwhile.
const rowsOfOne = 1_000

/** Where nothing is remembered. */
export const noMemory: SpaceMemory = {
  of: () => undefined,
  committed: () => undefined,
  consider: async () => undefined,
  opened: () => undefined,
  heard: () => undefined,
  contended: () => undefined,
  doubted: () => undefined,
  catchUp: ({ events, from, head }) => ({ head, parts: events.reduce(foldSpace, from.parts) }),
  forget: () => undefined,
}

/** `looks`: so many of the next batches ask first whether others have written. */
type Held = RememberedSpace & { readonly characters: number; readonly looks: number }

/** Makes the memory; `found` is told what others had written, `onError` of a space that could not be taken in. */
export function spaceMemory(
  { pool, loaders }: { readonly pool: Pool; readonly loaders: PartLoaders },
  found: (events: readonly Envelope[]) => void,
  onError: (error: unknown) => void,
): SpaceMemory {
  const written = writtenSpaces()
  const spaces = heldSpaces(written)
  const forget = spaces.drop
  const contended = (spaceId: string): void => spaces.look(spaceId, looksAfterOthers)
  return {
    of: spaces.of,
    forget,
    contended,
    doubted: (spaceId) => spaces.look(spaceId, 1),
    heard(events) {
      for (const [spaceId, ofIt] of Map.groupBy(events, (event) => event.spaceId)) {
        const held = spaces.of(spaceId)
        const news = held ? ofIt.filter(({ seq }) => seq > held.head.seq) : []
        if (!held) written.count(spaceId)
        if (!held || news.length === 0) continue
        if (news[0]?.seq !== held.head.seq + 1) contended(spaceId)
        else {
          const to = { head: headBehind(held.head, news), parts: news.reduce(foldSpace, held.parts) }
          spaces.goOn(spaceId, news, to, held.looks)
        }
      }
    },
    catchUp({ spaceId, from, events, head }) {
      const to = { head, parts: events.reduce(foldSpace, from.parts) }
      const held = spaces.of(spaceId)
      if (held && held.head.seq <= head.seq) {
        const news = events.filter(({ seq }) => seq > held.head.seq)
        spaces.goOn(spaceId, news, to, events.length > 0 ? looksAfterOthers : Math.max(held.looks - 1, 0))
      }
      if (events.length > 0) found(events)
      return to
    },
    committed({ from, events, to, folded }) {
      for (const [spaceId, head] of to) {
        const before = from.get(spaceId)
        const held = spaces.of(spaceId)
        if (!held) {
          if (head.seq !== before?.seq) written.count(spaceId)
        } else if (before && isSameHead(before, held.head)) {
          const ofIt = events.filter((event) => event.spaceId === spaceId)
          spaces.goOn(spaceId, ofIt, { head, parts: folded ?? ofIt.reduce(foldSpace, held.parts) }, held.looks)
        } else if (!isSameHead(head, held.head)) {
          // Another hash at the same number is another log. Where others had written before, or have written since and
          // were heard first, the next command finds out.
          if (before && before.seq !== held.head.seq && head.seq !== held.head.seq) contended(spaceId)
          else forget(spaceId)
        }
      }
    },
    async consider(spaceId) {
      // Only what has been written to is counted: whoever invents spaces leaves nothing behind.
      if (!written.isBusy(spaceId)) return
      written.begin(spaceId)
      try {
        spaces.takeIn(spaceId, await readTogether(pool, (reads) => loadFoldedSpace(reads, loaders, spaceId)), 0)
      } catch (error) {
        onError(error)
      }
    },
    opened(spaceId, space) {
      const held = spaces.of(spaceId)
      // What is held and behind has missed something, and would be loaded again for everybody who opens it.
      if (held ? held.head.seq < space.head.seq : written.isBusy(spaceId))
        spaces.takeIn(spaceId, space, held?.looks ?? 0)
    },
  }
}

/** How long spaces have been written to, and how much longer before they are worth a place. */
function writtenSpaces() {
  const batchesLeft = new Map<string, number>()
  const leftOf = (spaceId: string): number => batchesLeft.get(spaceId) ?? batchesBefore
  return {
    count: (spaceId: string): void => void batchesLeft.set(spaceId, leftOf(spaceId) - 1),
    isBusy: (spaceId: string): boolean => leftOf(spaceId) <= 0,
    begin: (spaceId: string): void => void batchesLeft.delete(spaceId),
    lost: (spaceId: string): void => void batchesLeft.set(spaceId, batchesAfterLoss),
    tooLarge: (spaceId: string): void => void batchesLeft.set(spaceId, never),
  }
}

type WrittenSpaces = ReturnType<typeof writtenSpaces>

/** What is held, within the bound: those go first that were written to longest ago. */
function heldSpaces(written: WrittenSpaces) {
  const spaces = new Map<string, Held>()
  let characters = 0
  const takeOut = (spaceId: string): boolean => {
    characters -= spaces.get(spaceId)?.characters ?? 0
    return spaces.delete(spaceId)
  }
  const drop = (spaceId: string): void => {
    if (takeOut(spaceId)) written.lost(spaceId)
  }
  const hold = (spaceId: string, held: Held): void => {
    takeOut(spaceId)
    spaces.set(spaceId, held)
    characters += held.characters
    for (const oldest of spaces.keys()) {
      if (characters <= charactersHeld) break
      drop(oldest)
    }
  }
  return {
    of: (spaceId: string): Held | undefined => spaces.get(spaceId),
    drop,
    /** Whatever is held, so many of the next batches look for others at least. */
    look(spaceId: string, looks: number): void {
      const held = spaces.get(spaceId)
      if (held) spaces.set(spaceId, looking(held, Math.max(looks, held.looks)))
    },
    /** What is held goes on with these events to that; where it has grown too large it is let go. */
    goOn(spaceId: string, events: readonly Envelope[], to: FoldedSpace, looks: number): void {
      const held = spaces.get(spaceId)
      const size = grown((held?.characters ?? 0) + lengthOf(events), to.parts)
      if (size > charactersOfOne || !isCopiedQuickly(to.parts, held?.parts)) drop(spaceId)
      else hold(spaceId, looking({ ...to, characters: size }, looks))
    },
    /** Holds a space as it was loaded, unless it is too large. */
    takeIn(spaceId: string, { head, parts }: FoldedSpace, looks: number): void {
      const size = lengthOf(parts)
      if (size <= charactersOfOne && isCopiedQuickly(parts))
        return hold(spaceId, looking({ head, parts, characters: size }, looks))
      takeOut(spaceId)
      written.tooLarge(spaceId)
    },
  }
}

/** The end of a log behind these events; where words were taken out of one it is another, and the next transaction finds that out. */
const headBehind = (head: Head, events: readonly Envelope[]): Head =>
  events.reduce(({ hash }, event) => ({ seq: event.seq, hash: chainHash(hash, hashOf(event.payload), event) }), head)

const looking = (space: FoldedSpace & { readonly characters: number }, looks: number): Held => ({
  ...space,
  looks,
  mayBeBehind: looks > 0,
})

/**
 * What a space takes that has grown to so much, as far as its events tell: many leave little in it (the messages of a
 * thread), so that it is measured once that looks like too much. Where that is soon again, it counts as too much.
 */
function grown(characters: number, parts: SpaceState): number {
  if (characters <= charactersOfOne) return characters
  const measured = lengthOf(parts)
  return measured <= charactersOfOne / 2 ? measured : characters
}

const lengthOf = (value: unknown): number => JSON.stringify(value).length

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
