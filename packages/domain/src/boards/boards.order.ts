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
  const before = afterId === movingId ? undefined : siblings.find(({ id }) => id === afterId)
  if (afterId !== null && !before) return { before: last(siblings, movingId)?.order ?? null, after: null }
  let after: Ordered | undefined
  for (const each of siblings) {
    if (each === before || each.id === movingId || (before && byOrder(each, before) < 0)) continue
    if (!after || byOrder(each, after) < 0) after = each
  }
  return { before: before?.order ?? null, after: after?.order ?? null }
}

/** The last of them, in whatever order they come, `movingId` left out. */
export function last(siblings: readonly Ordered[], movingId?: string): Ordered | undefined {
  let most: Ordered | undefined
  for (const each of siblings) if (each.id !== movingId && (!most || byOrder(each, most) > 0)) most = each
  return most
}

/** A key strictly between the two. */
export const keyIn = (gap: Gap): string => generateKeyBetween(gap.before, gap.after)
