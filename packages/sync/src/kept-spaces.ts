import type { SpaceStore } from './disk.ts'
import type { SpaceEntry } from './space-entry.ts'

/** How a space is kept on the disk, and taken from there. */
export type KeptSpaces = {
  /** What the disk holds of the space, where this build wrote it; false: nothing, or it was closed meanwhile. */
  take(entry: SpaceEntry): Promise<boolean>
  /** Writes it down soon, once for all that changes until then. */
  soon(entry: SpaceEntry): void
  /** Writes down what is still due. */
  now(): Promise<void>
  /** The same for one space, which changes no more. */
  letGo(entry: SpaceEntry): void
  forget(entry: SpaceEntry): void
  /** What is closed while it isn't open here. */
  forgetUnopened(spaceId: string): void
  /** Only these are the person's: the others were closed while nobody heard. */
  forgetAllBut(spaceIds: readonly string[]): void
}

const keepEvery = 1_000
/** So many of the last events are written along. */
const recentOnDisk = 300
const keptFor = 14 * 24 * 60 * 60 * 1000

/** Keeps spaces on the disk; where it refuses, they are fetched anew the next time. */
export function keepSpaces(options: {
  store: SpaceStore
  build: string
  now: () => string
  later: (work: () => void, milliseconds: number) => void
}): KeptSpaces {
  const { store, build } = options
  const due = new Set<SpaceEntry>()
  const keep = async (entry: SpaceEntry): Promise<void> => {
    if (!due.delete(entry)) return
    const confirmed = entry.replica.confirmed()
    if (!confirmed || entry.status !== 'ready') return
    const { spaceId } = entry.replica
    const recent = entry.replica.recent().slice(-recentOnDisk)
    await store.keep({ ...confirmed, spaceId, build, openedAt: options.now(), recent }).catch(() => undefined)
  }
  const old = new Date(Date.parse(options.now()) - keptFor).toISOString()
  void store.prune(old).catch(() => undefined)
  return {
    async take(entry) {
      const { opening } = entry
      const kept = await store.load(entry.replica.spaceId).catch(() => undefined)
      if (!kept || kept.build !== build || entry.replica.confirmed()) return false
      if (entry.status === 'forbidden' || entry.opening !== opening) return false
      entry.replica.reset(kept, kept.recent)
      return true
    },
    soon(entry) {
      if (due.has(entry)) return
      due.add(entry)
      options.later(() => void keep(entry), keepEvery)
    },
    now: async () => void (await Promise.all(Array.from(due, keep))),
    letGo: (entry) => void keep(entry),
    forget(entry) {
      due.delete(entry)
      void store.remove(entry.replica.spaceId).catch(() => undefined)
    },
    forgetUnopened: (spaceId) => void store.remove(spaceId).catch(() => undefined),
    forgetAllBut: (spaceIds) => void store.removeAllBut(spaceIds).catch(() => undefined),
  }
}
