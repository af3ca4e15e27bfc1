import type { Presence, PresentPeople } from '@kolo/sync'

type Here = { readonly personId: string; readonly presence: Presence }
type People = PresentPeople['people']
/** What another node last said of a space; one that says nothing for a while has gone. */
type Elsewhere = { readonly people: People; readonly until: number }

/** Who is where now. In memory only: presence never enters a log. */
export type PresenceBoard = {
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

/**
 * Makes the board; `announce` is called with the people of a space whenever they change, `tellOthers` with those of this
 * node.
 */
export function presenceBoard(
  announce: (frame: PresentPeople) => void,
  tellOthers: (frame: PresentPeople) => void,
  now: () => number = Date.now,
): PresenceBoard {
  const spaces = new Map<string, Map<string, Here>>()
  const elsewhere = new Map<string, Map<string, Elsewhere>>()

  const here = (spaceId: string): People =>
    merged([...(spaces.get(spaceId)?.values() ?? [])].map(({ personId, presence }) => ({ ...presence, personId })))
  const inSpace = (spaceId: string): PresentPeople => {
    const others = [...(elsewhere.get(spaceId)?.values() ?? [])].flatMap(({ people }) => people)
    return { spaceId, people: merged([...others, ...here(spaceId)]) }
  }
  const changed = (spaceId: string): void => {
    announce(inSpace(spaceId))
    tellOthers({ spaceId, people: here(spaceId) })
  }
  const leave = (socketId: string, spaceId: string): void => {
    const present = spaces.get(spaceId)
    if (!present?.delete(socketId)) return
    if (present.size === 0) spaces.delete(spaceId)
    changed(spaceId)
  }
  const forget = (node: string, spaceId: string): void => {
    const nodes = elsewhere.get(spaceId)
    nodes?.delete(node)
    if (nodes?.size === 0) elsewhere.delete(spaceId)
  }
  return {
    inSpace,
    leave,
    set(socketId, personId, presence) {
      const present = spaces.get(presence.spaceId) ?? new Map<string, Here>()
      spaces.set(presence.spaceId, present.set(socketId, { personId, presence }))
      changed(presence.spaceId)
    },
    gone(socketId) {
      for (const spaceId of Array.from(spaces.keys())) leave(socketId, spaceId)
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

/** Each person once; who types in one window types. */
function merged(all: People): People {
  const byPerson = new Map<string, People[number]>()
  for (const { personId, at, typing } of all) {
    byPerson.set(personId, { personId, at, typing: typing ?? byPerson.get(personId)?.typing ?? null })
  }
  return [...byPerson.values()]
}
