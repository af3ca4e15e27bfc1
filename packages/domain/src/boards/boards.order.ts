import { generateKeyBetween } from 'fractional-indexing'

/** Anything with a place among its siblings. */
export type Ordered = { readonly id: string; readonly order: string }

/** Bytewise, as `COLLATE "C"` sorts; the id settles a tie. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1

/** The neighbours between which something is put: null where there is none. */
export type Gap = { readonly before: string | null; readonly after: string | null }

/**
 * The gap behind `afterId` among siblings: the front where it is null, the end where that sibling has gone. `movingId` is
 * left out, since it is about to leave its place. Looks at each sibling, and sorts none: columns may be long.
 */
export function gapBehind(siblings: readonly Ordered[], afterId: string | null, movingId?: string): Gap {
  const others = siblings.filter(({ id }) => id !== movingId)
  if (afterId === null) return { before: null, after: first(others)?.order ?? null }
  const before = others.find(({ id }) => id === afterId)
  if (!before) return { before: last(others)?.order ?? null, after: null }
  const behind = others.filter((each) => each !== before && byOrder(each, before) > 0)
  return { before: before.order, after: first(behind)?.order ?? null }
}

/** The first of them, in whatever order they come. */
const first = (siblings: readonly Ordered[]): Ordered | undefined =>
  siblings.reduce<Ordered | undefined>((least, each) => (least && byOrder(least, each) < 0 ? least : each), undefined)

/** The last of them, in whatever order they come. */
export const last = (siblings: readonly Ordered[]): Ordered | undefined =>
  siblings.reduce<Ordered | undefined>((most, each) => (most && byOrder(most, each) > 0 ? most : each), undefined)

/** A key strictly between the two. */
export const keyIn = (gap: Gap): string => generateKeyBetween(gap.before, gap.after)
