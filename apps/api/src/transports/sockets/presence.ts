import type { Presence, PresentPeople } from '@kolo/sync'

type Here = { readonly personId: string; readonly presence: Presence }

/** Who is where now. In memory only: presence never enters a log. */
export type PresenceBoard = {
  set(socketId: string, personId: string, presence: Presence): void
  leave(socketId: string, spaceId: string): void
  gone(socketId: string): void
  inSpace(spaceId: string): PresentPeople
}

/** Makes the board; `announce` is called with the people of a space whenever they change. */
export function presenceBoard(announce: (frame: PresentPeople) => void): PresenceBoard {
  const spaces = new Map<string, Map<string, Here>>()
  const inSpace = (spaceId: string): PresentPeople => {
    const byPerson = new Map<string, PresentPeople['people'][number]>()
    for (const { personId, presence } of spaces.get(spaceId)?.values() ?? []) {
      const other = byPerson.get(personId)
      byPerson.set(personId, { personId, at: presence.at, typing: presence.typing ?? other?.typing ?? null })
    }
    return { spaceId, people: [...byPerson.values()] }
  }
  const leave = (socketId: string, spaceId: string): void => {
    const here = spaces.get(spaceId)
    if (!here?.delete(socketId)) return
    if (here.size === 0) spaces.delete(spaceId)
    announce(inSpace(spaceId))
  }
  return {
    inSpace,
    leave,
    set(socketId, personId, presence) {
      const here = spaces.get(presence.spaceId) ?? new Map<string, Here>()
      spaces.set(presence.spaceId, here.set(socketId, { personId, presence }))
      announce(inSpace(presence.spaceId))
    },
    gone(socketId) {
      for (const spaceId of Array.from(spaces.keys())) leave(socketId, spaceId)
    },
  }
}
