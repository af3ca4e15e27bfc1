import type { SpaceStore } from './disk.ts'
import type { PresentPeople } from './protocol.ts'
import { createReplica, type Replica } from './replica.ts'
import type { Fetcher } from './transport.ts'

/** `loading`: nothing to show yet; `ready`: from the disk or the server; `forbidden`: absent, or closed to the person. */
export type SpaceStatus = 'loading' | 'ready' | 'forbidden'

/** A space that is open, and how it is brought to the server's head. */
export type SpaceEntry = {
  readonly replica: Replica
  status: SpaceStatus
  people: PresentPeople['people']
  catching: boolean
  again: boolean
  /** No answer came, and it will be asked for again. */
  retrying: boolean
}

/** A space of which nothing is known yet. */
export const newEntry = (spaceId: string, personId: string): SpaceEntry => ({
  replica: createReplica(spaceId, personId),
  status: 'loading',
  people: [],
  catching: false,
  again: false,
  retrying: false,
})

/** Brings a space to the server's head once: by its events, or by a fresh snapshot. */
export async function catchUpOnce(entry: SpaceEntry, fetcher: Fetcher): Promise<'caught up' | 'forbidden'> {
  const { replica } = entry
  const confirmed = replica.confirmed()
  if (confirmed) {
    const answer = await fetcher.eventsAfter(replica.spaceId, confirmed.epoch, confirmed.seq)
    if (answer === 'forbidden') return answer
    if (answer.kind === 'events') {
      replica.apply(answer.events)
      return 'caught up'
    }
  }
  const snapshot = await fetcher.snapshot(replica.spaceId)
  // It may have been closed while the snapshot travelled.
  if (snapshot === 'forbidden' || entry.status === 'forbidden') return 'forbidden'
  // Events that were applied while the snapshot travelled are newer: keep them.
  const now = replica.confirmed()
  if (!now || now.epoch !== snapshot.epoch || now.seq < snapshot.seq) replica.reset(snapshot)
  return 'caught up'
}

/** How a space is kept on the disk, and taken from there. */
export type Keeping = {
  /** What the disk holds of the space, where this build wrote it. */
  take(entry: SpaceEntry): Promise<boolean>
  /** Writes it down soon, once for all that changes until then. */
  soon(entry: SpaceEntry): void
  /** Writes down what is still due. */
  now(): Promise<void>
  forget(entry: SpaceEntry): void
}

const keepEvery = 1_000
const recentKept = 300
const keptFor = 14 * 24 * 60 * 60 * 1000

/** Keeps spaces on the disk; where it refuses, they are fetched anew the next time. */
export function keepSpaces(options: {
  store: SpaceStore
  build: string
  now: () => string
  later: (work: () => void, milliseconds: number) => void
}): Keeping {
  const { store, build } = options
  const due = new Set<SpaceEntry>()
  const keep = async (entry: SpaceEntry): Promise<void> => {
    if (!due.delete(entry)) return
    const confirmed = entry.replica.confirmed()
    if (!confirmed || entry.status !== 'ready') return
    const { epoch, seq, parts } = confirmed
    const { spaceId } = entry.replica
    const recent = entry.replica.recent().slice(-recentKept)
    await store.keep({ spaceId, build, openedAt: options.now(), epoch, seq, parts, recent }).catch(() => undefined)
  }
  const old = new Date(Date.parse(options.now()) - keptFor).toISOString()
  void store.prune(old).catch(() => undefined)
  return {
    async take(entry) {
      const kept = await store.load(entry.replica.spaceId).catch(() => undefined)
      if (!kept || kept.build !== build || entry.replica.confirmed()) return false
      entry.replica.reset(kept, kept.recent)
      return true
    },
    soon(entry) {
      if (due.has(entry)) return
      due.add(entry)
      options.later(() => void keep(entry), keepEvery)
    },
    now: async () => void (await Promise.all(Array.from(due, keep))),
    forget(entry) {
      due.delete(entry)
      void store.remove(entry.replica.spaceId).catch(() => undefined)
    },
  }
}
