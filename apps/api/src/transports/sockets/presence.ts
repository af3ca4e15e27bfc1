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
  /** Who is in a space, and those of them who are on this node. */
  inSpace(spaceId: string): PresentPeople
  onThisNode(spaceId: string): PresentPeople
  /** Another node says who of its people is in a space. */
  heard(node: string, frame: PresentPeople): void
  /** Says again who is here, and forgets what other nodes have said no more. */
  refresh(): void
}

const believedFor = 30_000
/** More than anybody has open; nobody fills the memory with tabs that don't exist, on however many sockets. */
const tabsOfSocket = 50
const tabsOfPerson = 100
/** In so many places of a space a person is shown, and so many places are shown of all; nobody reads more. */
const placesOfPerson = 8
const placesOfSpace = 500

/**
 * Makes the board; `announce` is called whenever the people of a space change, `tellOthers` whenever those of this node do,
 * and again from time to time.
 */
export function presenceBoard(
  announce: (spaceId: string) => void,
  tellOthers: (spaceId: string) => void,
  now: () => number = Date.now,
): PresenceBoard {
  /** By socket, its tabs; by space, the sockets that have a tab there. */
  const tabs = new Map<string, Map<string, Here>>()
  const spaces = new Map<string, Set<string>>()
  const elsewhere = new Map<string, Map<string, Elsewhere>>()
  const tabsOf = new Map<string, number>()
  const countTab = (personId: string, by: 1 | -1): void => {
    const count = (tabsOf.get(personId) ?? 0) + by
    if (count > 0) tabsOf.set(personId, count)
    else tabsOf.delete(personId)
  }

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
    announce(spaceId)
    tellOthers(spaceId)
  }
  /** Takes a tab from where it is; gives that space. */
  const takeAway = (socketId: string, tab: string): string | undefined => {
    const ofSocket = tabs.get(socketId)
    const was = ofSocket?.get(tab)
    if (!ofSocket || !was) return undefined
    const { spaceId } = was.place
    countTab(was.personId, -1)
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
    onThisNode: (spaceId) => ({ spaceId, people: here(spaceId) }),
    leave: (socketId, spaceId) => leaveAll(socketId, (place) => place.spaceId === spaceId),
    gone: (socketId) => leaveAll(socketId, () => true),
    set(socketId, personId, { tab, place }) {
      const before = takeAway(socketId, tab)
      const ofSocket = tabs.get(socketId) ?? new Map<string, Here>()
      if (place && ofSocket.size < tabsOfSocket && (tabsOf.get(personId) ?? 0) < tabsOfPerson) {
        countTab(personId, 1)
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
      if (JSON.stringify(inSpace(spaceId)) !== before) announce(spaceId)
    },
    refresh() {
      for (const spaceId of spaces.keys()) tellOthers(spaceId)
      for (const [spaceId, nodes] of elsewhere) {
        const silent = [...nodes].filter(([, { until }]) => until <= now())
        for (const [node] of silent) forget(node, spaceId)
        if (silent.length > 0) announce(spaceId)
      }
    },
  }
}

/** Each person once in each place, in not too many; who types there in one window types. */
function merged(all: People): People {
  const byPlace = new Map<string, People[number]>()
  const places = new Map<string, number>()
  for (const { personId, at, typing } of all) {
    const key = `${personId} ${at}`
    const known = byPlace.get(key)
    const count = places.get(personId) ?? 0
    if (!known && (count >= placesOfPerson || byPlace.size >= placesOfSpace)) continue
    if (!known) places.set(personId, count + 1)
    byPlace.set(key, { personId, at, typing: typing ?? known?.typing ?? null })
  }
  return [...byPlace.values()]
}
