import type { Pending } from './pending.ts'
import type { KeptSpaces } from './kept-spaces.ts'
import type { OnError } from './on-error.ts'
import { newEntry, type SpaceEntry } from './space-entry.ts'

/** The spaces that are open in this tab. */
export type OpenSpaces = {
  of(spaceId: string): SpaceEntry | undefined
  /** Those that aren't closed to the person. */
  all(): readonly SpaceEntry[]
  open(spaceId: string): SpaceEntry
  /** A view uses it until it calls what is returned. */
  hold(entry: SpaceEntry): () => void
  /** What is shown of it, from now on. */
  ready(entry: SpaceEntry): void
  /** Closed to the person: nothing of it stays. What is unsent the server refuses, with its reason. */
  forbid(entry: SpaceEntry): void
}

/** So many spaces that no view uses any more are followed on, so that going back to them takes no time. */
const keptOpen = 30

/** Makes it; `begin` and `end` say that a space is to be followed from now on, or no longer. */
export function openSpaces(by: {
  personId: string
  kept: KeptSpaces
  /** What waits to be sent in a space. */
  unsentIn: (spaceId: string) => readonly Pending[]
  begin: (entry: SpaceEntry) => void
  end: (spaceId: string) => void
  changed: () => void
  onError: OnError
}): OpenSpaces {
  const { kept, changed } = by
  const entries = new Map<string, SpaceEntry>()
  /** Used by no view any more, the longest first. */
  const unused = new Set<SpaceEntry>()

  const begin = (entry: SpaceEntry): void => {
    entries.set(entry.replica.spaceId, entry)
    const unsent = by.unsentIn(entry.replica.spaceId)
    if (unsent.length > 0) entry.replica.expectInOrder(unsent)
    by.begin(entry)
  }
  const end = (entry: SpaceEntry): void => {
    const { spaceId } = entry.replica
    unused.delete(entry)
    entries.delete(spaceId)
    kept.letGo(entry)
    by.end(spaceId)
  }
  const openAnew = (spaceId: string): SpaceEntry => {
    const entry = newEntry(spaceId, by.personId, by.onError)
    entry.replica.subscribe(() => kept.soon(entry))
    begin(entry)
    return entry
  }
  const letGo = (entry: SpaceEntry): void => {
    entry.holders -= 1
    if (entry.holders > 0 || entries.get(entry.replica.spaceId) !== entry) return
    unused.add(entry)
    const [longest] = unused
    if (longest && unused.size > keptOpen) end(longest)
  }

  return {
    of: (spaceId) => entries.get(spaceId),
    all: () => [...entries.values()].filter(({ status }) => status !== 'forbidden'),
    open(spaceId) {
      const known = entries.get(spaceId)
      if (!known) return openAnew(spaceId)
      // Whoever opens it is about to use it.
      unused.delete(known)
      if (known.status === 'forbidden') {
        known.status = 'loading'
        known.opening += 1
        begin(known)
      }
      return known
    },
    hold(entry) {
      // A view that was late: it goes on with what it has.
      if (!entries.has(entry.replica.spaceId)) begin(entry)
      unused.delete(entry)
      entry.holders += 1
      let holds = true
      return () => {
        if (holds) letGo(entry)
        holds = false
      }
    },
    ready(entry) {
      if (entry.status !== 'loading' || !entry.replica.confirmed()) return
      entry.status = 'ready'
      changed()
    },
    forbid(entry) {
      entry.status = 'forbidden'
      entry.people = []
      entry.replica.forget()
      kept.forget(entry)
      changed()
    },
  }
}
