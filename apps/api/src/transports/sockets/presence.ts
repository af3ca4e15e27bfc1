import type { Place, Presence, PresentPeople } from '@kolo/sync'

type Here = { readonly personId: string; readonly place: Place }
type People = PresentPeople['people']
/** What another node last said of a space; one that says nothing for a while has gone. */
type Elsewhere = { readonly people: People; readonly until: number }

/** Who is where now. In memory only: presence never enters a log. */
export type PresenceBoard = {
  /** A tab of a socket is in one place, or nowhere. */
  set(socketId: string, personId: string, presence: Presence): void
  leave(socketId: string, spaceId: string): void
  gone(socketId: string): void
  inSpace(spaceId: string): PresentPeople
  /** Another node says who of its people is in a space. */
  heard(node: string, frame: PresentPeople): void
  /** Says again who is here, and forgets what other nodes have said no more. */
  refresh(): void
}

const believedFor = 30_000
/** More than anybody has open; a socket can't fill the memory with tabs that don't exist. */
const tabsOfSocket = 50

/**
 * Makes the board; `announce` is called with the people of a space whenever they change, `tellOthers` with those of this
 * node.
 */
export function presenceBoard(
  announce: (frame: PresentPeople) => void,
  tellOthers: (frame: PresentPeople) => void,
  now: () => number = Date.now,
): PresenceBoard {
  /** By socket, its tabs; by space, the sockets that have a tab there. */
  const tabs = new Map<string, Map<string, Here>>()
  const spaces = new Map<string, Set<string>>()
  const elsewhere = new Map<string, Map<string, Elsewhere>>()

  const here = (spaceId: string): People => {
    const found = [...(spaces.get(spaceId) ?? [])].flatMap((socketId) => [...(tabs.get(socketId)?.values() ?? [])])
    const inside = found.filter(({ place }) => place.spaceId === spaceId)
    return merged(inside.map(({ personId, place: { at, typing } }) => ({ personId, at, typing })))
  }
  const inSpace = (spaceId: string): PresentPeople => {
    const others = [...(elsewhere.get(spaceId)?.values() ?? [])].flatMap(({ people }) => people)
    return { spaceId, people: merged([...others, ...here(spaceId)]) }
  }
  const changed = (spaceId: string): void => {
    announce(inSpace(spaceId))
    tellOthers({ spaceId, people: here(spaceId) })
  }
  /** Takes a tab from where it is; gives that space. */
  const takeAway = (socketId: string, tab: string): string | undefined => {
    const ofSocket = tabs.get(socketId)
    const spaceId = ofSocket?.get(tab)?.place.spaceId
    if (!ofSocket || spaceId === undefined) return undefined
    ofSocket.delete(tab)
    if (ofSocket.size === 0) tabs.delete(socketId)
    if ([...ofSocket.values()].every(({ place }) => place.spaceId !== spaceId)) {
      const sockets = spaces.get(spaceId)
      sockets?.delete(socketId)
      if (sockets?.size === 0) spaces.delete(spaceId)
    }
    return spaceId
  }
  const leaveAll = (socketId: string, isLeft: (place: Place) => boolean): void => {
    const left = [...(tabs.get(socketId) ?? [])].filter(([, { place }]) => isLeft(place))
    for (const spaceId of new Set(left.map(([tab]) => takeAway(socketId, tab)))) if (spaceId) changed(spaceId)
  }
  const forget = (node: string, spaceId: string): void => {
    const nodes = elsewhere.get(spaceId)
    nodes?.delete(node)
    if (nodes?.size === 0) elsewhere.delete(spaceId)
  }
  return {
    inSpace,
    leave: (socketId, spaceId) => leaveAll(socketId, (place) => place.spaceId === spaceId),
    gone: (socketId) => leaveAll(socketId, () => true),
    set(socketId, personId, { tab, place }) {
      const before = takeAway(socketId, tab)
      const ofSocket = tabs.get(socketId) ?? new Map<string, Here>()
      if (place && ofSocket.size < tabsOfSocket) {
        tabs.set(socketId, ofSocket.set(tab, { personId, place }))
        spaces.set(place.spaceId, (spaces.get(place.spaceId) ?? new Set()).add(socketId))
        changed(place.spaceId)
      }
      if (before !== undefined && before !== place?.spaceId) changed(before)
    },
    heard(node, { spaceId, people }) {
      const before = JSON.stringify(inSpace(spaceId))
      const nodes = elsewhere.get(spaceId) ?? new Map<string, Elsewhere>()
      elsewhere.set(spaceId, nodes.set(node, { people, until: now() + believedFor }))
      if (people.length === 0) forget(node, spaceId)
      if (JSON.stringify(inSpace(spaceId)) !== before) announce(inSpace(spaceId))
    },
    refresh() {
      for (const spaceId of spaces.keys()) tellOthers({ spaceId, people: here(spaceId) })
      for (const [spaceId, nodes] of elsewhere) {
        const silent = [...nodes].filter(([, { until }]) => until <= now())
        for (const [node] of silent) forget(node, spaceId)
        if (silent.length > 0) announce(inSpace(spaceId))
      }
    },
  }
}

/** Each person once in each place; who types there in one window types. */
function merged(all: People): People {
  const byPlace = new Map<string, People[number]>()
  for (const { personId, at, typing } of all) {
    const key = `${personId} ${at}`
    byPlace.set(key, { personId, at, typing: typing ?? byPlace.get(key)?.typing ?? null })
  }
  return [...byPlace.values()]
}
