/** Everything that one seed decides. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  next(): number
  happens(probability: number): boolean
  below(limit: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  pickAny<Item>(items: readonly Item[]): Item | undefined
  id(): string
  /** A stream of its own, so that what one side draws doesn't shift what another one gets. */
  fork(): Chance
}

/** Makes the generator of a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const hex = (digits: number): string => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
    pickAny: (items) => items[below(items.length)],
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    fork: () => chanceOf(below(2 ** 32)),
  }
}
