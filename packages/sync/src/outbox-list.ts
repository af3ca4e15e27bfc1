import type { Refusal } from './answer.ts'
import { listenerSet } from './listener-set.ts'
import type { OnError } from './on-error.ts'
import { type OutboxItem, upToDate } from './outbox-item.ts'

/** The items of the outbox, oldest first within each space. */
export type OutboxList = {
  items(): readonly OutboxItem[]
  find(commandId: string): OutboxItem | undefined
  /** What is to be sent in a space. */
  unsentIn(spaceId: string): readonly OutboxItem[]
  /** Puts an item at the end, in place of another where that is named; false: it is there already. */
  add(item: OutboxItem, insteadOf?: string): boolean
  /** Takes in what is read from the disk, by the order there; answers what was unknown until then. */
  take(reading: () => Promise<readonly OutboxItem[]>): Promise<readonly OutboxItem[]>
  /** Changes an item at its place. */
  change(item: OutboxItem): void
  remove(commandId: string): void
  /** All that is unsent in a space waits, for this or for the network. */
  wait(spaceId: string, because?: Refusal): void
  /** What is being saved waits, everywhere. */
  rest(): void
  subscribe(listener: () => void): () => void
}

/** Makes an empty list. */
export function outboxList(onError: OnError): OutboxList {
  let items: readonly OutboxItem[] = []
  const listeners = listenerSet(onError)
  /** For each reading that is under way, what went meanwhile: the disk may still have held it. */
  const goneMeanwhile = new Set<Set<string>>()
  const set = (next: readonly OutboxItem[]): void => {
    items = next
    listeners.tell()
  }
  const setWhereChanged = (change: (item: OutboxItem) => OutboxItem): void => {
    const next = items.map(change)
    if (next.some((item, index) => item !== items[index])) set(next)
  }
  const gone = (commandId: string): void => goneMeanwhile.forEach((ids) => ids.add(commandId))
  const find = (wanted: string): OutboxItem | undefined => items.find(({ commandId }) => commandId === wanted)

  return {
    items: () => items,
    find,
    unsentIn: (wanted) => items.filter(({ spaceId, state }) => spaceId === wanted && state !== 'refused'),
    add(item, insteadOf) {
      if (insteadOf !== undefined) gone(insteadOf)
      else if (find(item.commandId)) return false
      set([...items.filter(({ commandId }) => commandId !== insteadOf && commandId !== item.commandId), item])
      return true
    },
    async take(reading) {
      const meanwhile = new Set<string>()
      goneMeanwhile.add(meanwhile)
      try {
        const held = await reading()
        const known = new Set([...items.map(({ commandId }) => commandId), ...meanwhile])
        const found = held.filter(({ commandId }) => !known.has(commandId)).map((item) => upToDate(item))
        if (found.length > 0) set(inOrderOf(held, items, found))
        return found
      } finally {
        goneMeanwhile.delete(meanwhile)
      }
    },
    change: (item) => set(items.map((each) => (each.commandId === item.commandId ? item : each))),
    remove(wanted) {
      gone(wanted)
      if (find(wanted)) set(items.filter(({ commandId }) => commandId !== wanted))
    },
    wait: (spaceId, because) =>
      setWhereChanged((item) => (item.state === 'refused' || item.spaceId !== spaceId ? item : waiting(item, because))),
    rest: () => setWhereChanged((item) => (item.state === 'saving' ? waiting(item, undefined) : item)),
    subscribe: listeners.add,
  }
}

/** The same object where it waits for just that already. */
function waiting(item: OutboxItem, because: Refusal | undefined): OutboxItem {
  if (item.state === 'waiting' && JSON.stringify(item.refusal) === JSON.stringify(because)) return item
  const { refusal: _, ...rest } = item
  return { ...rest, state: 'waiting', ...(because && { refusal: because }) }
}

/** Each found item goes behind the last known one that lies before it on the disk; what isn't there yet comes after. */
function inOrderOf(
  held: readonly OutboxItem[],
  known: readonly OutboxItem[],
  found: readonly OutboxItem[],
): readonly OutboxItem[] {
  const places = new Map(held.map(({ commandId }, place) => [commandId, place]))
  const placeOf = ({ commandId }: OutboxItem): number => places.get(commandId) ?? Infinity
  const next = [...known]
  for (const item of found) next.splice(next.findLastIndex((each) => placeOf(each) < placeOf(item)) + 1, 0, item)
  return next
}
