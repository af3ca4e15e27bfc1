import * as Y from 'yjs'
import { type decodeUpdate, UpdateRejected } from './update.ts'

/** How deep elements may stand in one another. Every editor and every reader goes down them call by call. */
export const maxDepth = 200

type Structs = ReturnType<typeof decodeUpdate>['structs']

/**
 * Checks where an update puts things, before it is applied to `ydoc`: in places that are there, and none deeper than
 * `maxDepth`. Throws UpdateRejected. Whoever writes knows the whole text up to there; an update that hangs in the air would
 * get its depth later, from another.
 */
export function checkDepth(ydoc: Y.Doc, { structs }: { readonly structs: Structs }): void {
  const levelOf = levels(ydoc, structs)
  for (const struct of structs) {
    if (struct instanceof Y.Item && levelOf(struct) > maxDepth) throw new UpdateRejected('tooDeep')
  }
}

/** Says how many elements an item of the update stands in; each is looked at once, without recursion. */
function levels(ydoc: Y.Doc, structs: Structs): (item: Y.Item) => number {
  const known = new Map<Y.Item, number>()
  const inUpdate = finder(structs)
  return (asked) => {
    const path = new Set<Y.Item>()
    let item = asked
    let level = known.get(item)
    while (level === undefined) {
      // Items that name one another in a circle are nobody's writing.
      if (path.has(item)) throw new UpdateRejected('malformed')
      path.add(item)
      const next = neighbourOf(item) ?? holderOf(item)
      const found = next && inUpdate(next)
      if (found) level = known.get((item = found))
      else level = next ? levelIn(ydoc, next) : 0
    }
    for (const step of [...path].toReversed()) {
      if (!neighbourOf(step) && holderOf(step)) level += 1
      known.set(step, level)
    }
    return level
  }
}

// An item says beside which other it stands, or else in which element.
const neighbourOf = ({ parent, origin, rightOrigin }: Y.Item): Y.ID | null =>
  parent === null ? (origin ?? rightOrigin) : null
const holderOf = ({ parent }: Y.Item): Y.ID | null => (parent instanceof Y.ID ? parent : null)

/** Finds the item of the update that holds an id. */
function finder(structs: Structs): (id: Y.ID) => Y.Item | undefined {
  const byClient = Map.groupBy(structs, (struct) => struct.id.client)
  return ({ client, clock }) => {
    const own = byClient.get(client) ?? []
    let [low, high] = [0, own.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = own[middle]!
      if (struct.id.clock > clock) high = middle - 1
      else if (struct.id.clock + struct.length <= clock) low = middle + 1
      else return struct instanceof Y.Item ? struct : undefined
    }
    return undefined
  }
}

/** How many elements a stored item stands in; what was deleted for good stands nowhere. */
function levelIn(ydoc: Y.Doc, id: Y.ID): number {
  if (Y.getState(ydoc.store, id.client) <= id.clock) throw new UpdateRejected('malformed')
  const stored = Y.getItem(ydoc.store, id) as Y.Item | Y.GC
  if (!(stored instanceof Y.Item)) return 0
  let level = 0
  for (let type = stored.parent; type instanceof Y.AbstractType && type._item; type = type._item.parent) level += 1
  return level
}
