import { generateKeyBetween } from 'fractional-indexing'

/** Anything with a place among its siblings. */
export type Ordered = { readonly id: string; readonly order: string }

/** Bytewise, as `COLLATE "C"` sorts; the id settles a tie. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1

/** The neighbours between which something is put: null where there is none. */
export type Gap = { readonly before: string | null; readonly after: string | null }

/**
 * The gap behind `afterId` among siblings in order: the front where it is null, the end where that sibling has gone.
 * `movingId` is left out, since it is about to leave its place.
 */
export function gapBehind(siblings: readonly Ordered[], afterId: string | null, movingId?: string): Gap {
  const others = siblings.filter(({ id }) => id !== movingId)
  const index = afterId === null ? -1 : others.findIndex(({ id }) => id === afterId)
  const gone = afterId !== null && index === -1
  const place = gone ? others.length - 1 : index
  return { before: others[place]?.order ?? null, after: others[place + 1]?.order ?? null }
}

/** A key strictly between the two. */
export const keyIn = (gap: Gap): string => generateKeyBetween(gap.before, gap.after)
