import type { Subscribed } from './protocol.ts'
import type { Tabs } from './tabs.ts'
import type { Wire } from './transport.ts'
import type { Frame, WireMessage } from './wire-messages.ts'

/** One end of the connection that tabs share: the leader's, or another's. */
export type WireEnd = Omit<Wire, 'on'> & {
  /** What another tab says of the connection. */
  hear(message: WireMessage, from: string): void
}

/** The leader's end: it has the socket, and does on it what each tab asks for; `hear` is what this tab hears of a frame. */
export function leadingWire(
  tabs: Tabs,
  socket: Wire,
  hear: (frame: Frame) => void,
): WireEnd & { /** Opens the socket. */ begin(): void } {
  let connected = false
  /** Which spaces which tab hears of. */
  const wanted = new Map<string, Set<string>>([[tabs.id, new Set()]])
  const relay = (frame: Frame): void => {
    hear(frame)
    tabs.tell({ wire: 'frame', frame })
  }

  /** However a tab is met first: once it is gone, it is forgotten. */
  const spacesOf = (tab: string): Set<string> => {
    const known = wanted.get(tab)
    if (known) return known
    const spaces = new Set<string>()
    wanted.set(tab, spaces)
    tabs.onGone(tab, () => {
      unsubscribe(tab, [...spaces])
      wanted.delete(tab)
      socket.presence({ tab, place: null })
    })
    return spaces
  }
  const subscribe = (tab: string, spaceIds: readonly string[]): Promise<Subscribed> => {
    const spaces = spacesOf(tab)
    for (const spaceId of spaceIds) spaces.add(spaceId)
    return socket.subscribe(spaceIds)
  }
  const unsubscribe = (tab: string, spaceIds: readonly string[]): void => {
    const spaces = spacesOf(tab)
    for (const spaceId of spaceIds) spaces.delete(spaceId)
    const unwanted = spaceIds.filter((spaceId) => ![...wanted.values()].some((others) => others.has(spaceId)))
    if (unwanted.length > 0) socket.unsubscribe(unwanted)
  }

  const begin = (): void => {
    tabs.tell({ wire: 'leads' })
    socket.on({
      connected() {
        connected = true
        relay({ name: 'connected', given: [] })
      },
      disconnected() {
        connected = false
        relay({ name: 'disconnected', given: [] })
      },
      events: (...given) => relay({ name: 'events', given }),
      beacon: (...given) => relay({ name: 'beacon', given }),
      presence: (...given) => relay({ name: 'presence', given }),
      revoked: (...given) => relay({ name: 'revoked', given }),
      hint: () => relay({ name: 'hint', given: [] }),
      // Whoever learns it here tells the other tabs.
      outdated: () => hear({ name: 'outdated', given: [] }),
    })
  }
  return {
    begin,
    subscribe: (spaceIds) => subscribe(tabs.id, spaceIds),
    unsubscribe: (spaceIds) => unsubscribe(tabs.id, spaceIds),
    presence: socket.presence,
    commands: socket.commands,
    close: socket.close,
    hear(message, from) {
      spacesOf(from)
      if (message.wire === 'hello' && connected)
        tabs.tell({ wire: 'frame', frame: { name: 'connected', given: [] }, to: from })
      else if (message.wire === 'subscribe') {
        const { request, spaceIds } = message
        void subscribe(from, spaceIds).then((answer) => tabs.tell({ wire: 'subscribed', request, to: from, answer }))
      } else if (message.wire === 'unsubscribe') unsubscribe(from, message.spaceIds)
      else if (message.wire === 'presence') socket.presence(message.frame)
    },
  }
}
