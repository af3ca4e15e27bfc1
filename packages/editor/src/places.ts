import * as Y from 'yjs'
import { fitsSpan, isSpan } from './spans.ts'
import { type decodeUpdate, UpdateRejected } from './update.ts'

/** How deep elements may stand in one another. Every editor and every reader goes down them call by call. */
export const maxDepth = 200

type Structs = ReturnType<typeof decodeUpdate>['structs']

/**
 * Checks where an update puts what, before it is applied to `ydoc`: in places that are there, none deeper than `maxDepth`,
 * and no cell wider than any browser could draw. Throws UpdateRejected. Whoever writes knows the whole text up to there; an
 * update that hangs in the air would get its place later, from another.
 */
export function checkPlaces(ydoc: Y.Doc, { structs }: { readonly structs: Structs }): void {
  const placeOf = places(ydoc, structs)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { level, attribute } = placeOf(struct)
    if (level > maxDepth) throw new UpdateRejected('tooDeep')
    if (isSpan(attribute) && !valuesOf(struct).every((value) => fitsSpan(attribute, value))) {
      throw new UpdateRejected('tooLarge')
    }
  }
}

const valuesOf = ({ content }: Y.Item): readonly unknown[] =>
  content instanceof Y.ContentDeleted ? [] : content.getContent()

/** How many elements something stands in, and as which attribute of the innermost; null for its contents. */
type Place = { readonly level: number; readonly attribute: string | null }
const outermost: Place = { level: 0, attribute: null }

/** Says where an item of the update stands; each is looked at once, without recursion. */
function places(ydoc: Y.Doc, structs: Structs): (item: Y.Item) => Place {
  const known = new Map<Y.Item, Place>()
  const inUpdate = finder(structs)
  return (asked) => {
    const path = new Set<Y.Item>()
    let item = asked
    let place = known.get(item)
    while (place === undefined) {
      // Items that name one another in a circle are nobody's writing.
      if (path.has(item)) throw new UpdateRejected('malformed')
      path.add(item)
      const next = neighbourOf(item) ?? holderOf(item)
      const found = next && inUpdate(next)
      if (found instanceof Y.Item) place = known.get((item = found))
      else place = next && !found ? placeIn(ydoc, next) : outermost
    }
    for (const step of [...path].toReversed()) {
      if (!neighbourOf(step)) place = { level: place.level + (holderOf(step) ? 1 : 0), attribute: step.parentSub }
      known.set(step, place)
    }
    return place
  }
}

// An item says beside which other it stands, or else in which element.
const neighbourOf = ({ parent, origin, rightOrigin }: Y.Item): Y.ID | null =>
  parent === null ? (origin ?? rightOrigin) : null
const holderOf = ({ parent }: Y.Item): Y.ID | null => (parent instanceof Y.ID ? parent : null)

/** Finds what the update says of an id. */
function finder(structs: Structs): (id: Y.ID) => Y.Item | Y.GC | undefined {
  const byClient = Map.groupBy(structs, (struct) => struct.id.client)
  return ({ client, clock }) => {
    const own = byClient.get(client) ?? []
    let [low, high] = [0, own.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = own[middle]!
      if (struct.id.clock > clock) high = middle - 1
      else if (struct.id.clock + struct.length <= clock) low = middle + 1
      else return struct instanceof Y.Skip ? undefined : struct
    }
    return undefined
  }
}

/** Where a stored item stands; what was deleted for good stands nowhere. */
function placeIn(ydoc: Y.Doc, id: Y.ID): Place {
  if (Y.getState(ydoc.store, id.client) <= id.clock) throw new UpdateRejected('unplaced')
  const stored = Y.getItem(ydoc.store, id) as Y.Item | Y.GC
  if (!(stored instanceof Y.Item)) return outermost
  let level = 0
  for (let type = stored.parent; type instanceof Y.AbstractType && type._item; type = type._item.parent) level += 1
  return { level, attribute: stored.parentSub }
}
