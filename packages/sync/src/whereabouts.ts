import type { Place, Presence } from './protocol.ts'

/** Where this tab is, told to those who are there too. */
export type Whereabouts = {
  announce(place: Place | null): void
  type(threadId: string | null): void
  /** These spaces are heard of (again): whoever is in one of them is told again, since a new line knows nothing. */
  subscribed(spaceIds: readonly string[]): void
}

/** Keeps where a tab is; `tell` puts it on the line, and does nothing where there is none. */
export function whereabouts(tab: string, tell: (presence: Presence) => void): Whereabouts {
  let here: Place | null = null
  const announce = (place: Place | null): void => {
    if (JSON.stringify(place) === JSON.stringify(here)) return
    here = place
    tell({ tab, place })
  }
  return {
    announce,
    type: (typing) => here && announce({ ...here, typing }),
    subscribed: (spaceIds) => void (here && spaceIds.includes(here.spaceId) && tell({ tab, place: here })),
  }
}
