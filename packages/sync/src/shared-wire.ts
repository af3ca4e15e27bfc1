import type { Presence, Subscribed } from './protocol.ts'
import type { Tabs } from './tabs.ts'
import type { Wire, WireHandlers } from './transport.ts'

/** A frame of the socket as it goes from the leading tab to the others. */
type Frame = {
  [Name in keyof Required<WireHandlers>]: {
    readonly name: Name
    readonly given: Parameters<Required<WireHandlers>[Name]>
  }
}[keyof WireHandlers]

/** What tabs tell each other of the connection. */
type WireMessage =
  | { readonly wire: 'hello' }
  | { readonly wire: 'leads' }
  | { readonly wire: 'frame'; readonly frame: Frame; readonly to?: string }
  | { readonly wire: 'subscribe'; readonly request: number; readonly spaceIds: readonly string[] }
  | { readonly wire: 'subscribed'; readonly request: number; readonly to: string; readonly answer: Subscribed }
  | { readonly wire: 'unsubscribe'; readonly spaceIds: readonly string[] }
  | { readonly wire: 'presence'; readonly frame: Presence }

/** One connection for all tabs of a person: the leading tab opens it, the others go through it. */
export function sharedWire(tabs: Tabs, open: () => Wire): Wire {
  let handlers: WireHandlers | undefined
  let socket: Wire | undefined
  let connected = false
  let requests = 0
  const answers = new Map<number, (answer: Subscribed) => void>()
  /** Which spaces which tab hears of; only the leader knows. */
  const wanted = new Map<string, Set<string>>()
  const tell = (message: WireMessage): void => tabs.tell(message)

  const hear = (frame: Frame): void => {
    if (frame.name === 'connected') connected = true
    if (frame.name === 'disconnected') connected = false
    // The names and what they are given belong together, which TypeScript can't follow through the union.
    const handle = handlers?.[frame.name] as ((...given: readonly unknown[]) => void) | undefined
    handle?.(...frame.given)
  }
  const relay = (frame: Frame): void => {
    hear(frame)
    tell({ wire: 'frame', frame })
  }
  const lead = (): void => {
    tell({ wire: 'leads' })
    answers.clear()
    if (connected) hear({ name: 'disconnected', given: [] })
    socket = open()
    socket.on({
      connected: () => relay({ name: 'connected', given: [] }),
      disconnected: () => relay({ name: 'disconnected', given: [] }),
      events: (...given) => relay({ name: 'events', given }),
      beacon: (...given) => relay({ name: 'beacon', given }),
      presence: (...given) => relay({ name: 'presence', given }),
      revoked: (...given) => relay({ name: 'revoked', given }),
      hint: () => relay({ name: 'hint', given: [] }),
      outdated: () => relay({ name: 'outdated', given: [] }),
    })
  }

  const subscribeFor = (tab: string, spaceIds: readonly string[]): Promise<Subscribed> => {
    wanted.set(tab, new Set([...(wanted.get(tab) ?? []), ...spaceIds]))
    return socket!.subscribe(spaceIds)
  }
  const unsubscribeFor = (tab: string, spaceIds: readonly string[]): void => {
    const left = wanted.get(tab)
    for (const spaceId of spaceIds) left?.delete(spaceId)
    const unwanted = spaceIds.filter((spaceId) => ![...wanted.values()].some((spaces) => spaces.has(spaceId)))
    if (unwanted.length > 0) socket?.unsubscribe(unwanted)
  }
  const forget = (tab: string): void => {
    unsubscribeFor(tab, [...(wanted.get(tab) ?? [])])
    wanted.delete(tab)
    socket?.presence({ tab, place: null })
  }

  const asLeader = (message: WireMessage, from: string): void => {
    if (message.wire === 'hello') {
      if (!wanted.has(from)) tabs.onGone(from, () => forget(from))
      wanted.set(from, wanted.get(from) ?? new Set())
      if (connected) tell({ wire: 'frame', frame: { name: 'connected', given: [] }, to: from })
    } else if (message.wire === 'subscribe') {
      const { request, spaceIds } = message
      void subscribeFor(from, spaceIds).then((answer) => tell({ wire: 'subscribed', request, to: from, answer }))
    } else if (message.wire === 'unsubscribe') unsubscribeFor(from, message.spaceIds)
    else if (message.wire === 'presence') socket?.presence(message.frame)
  }
  const asFollower = (message: WireMessage): void => {
    if (message.wire === 'frame' && (message.to === undefined || message.to === tabs.id)) hear(message.frame)
    else if (message.wire === 'subscribed' && message.to === tabs.id) {
      answers.get(message.request)?.(message.answer)
      answers.delete(message.request)
    } else if (message.wire === 'leads') {
      // Another leads now, over a line of its own: who the others are it has yet to hear.
      answers.clear()
      if (connected) hear({ name: 'disconnected', given: [] })
      tell({ wire: 'hello' })
    }
  }
  tabs.on((message, from) => {
    if (typeof message !== 'object' || message === null || !('wire' in message)) return
    if (socket) asLeader(message as WireMessage, from)
    else asFollower(message as WireMessage)
  })

  return {
    on(given) {
      handlers = given
      tell({ wire: 'hello' })
      tabs.onLead(lead)
    },
    subscribe(spaceIds) {
      if (socket) return subscribeFor(tabs.id, spaceIds)
      requests += 1
      const request = requests
      return new Promise((resolve) => {
        answers.set(request, resolve)
        tell({ wire: 'subscribe', request, spaceIds })
      })
    },
    unsubscribe(spaceIds) {
      if (socket) unsubscribeFor(tabs.id, spaceIds)
      else tell({ wire: 'unsubscribe', spaceIds })
    },
    presence(frame) {
      if (socket) socket.presence(frame)
      else tell({ wire: 'presence', frame })
    },
    // Only the leader sends what is written.
    commands: async (items) => socket?.commands(items),
    close: () => socket?.close(),
  }
}
