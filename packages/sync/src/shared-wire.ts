import { followingWire } from './following-wire.ts'
import { leadingWire, type WireEnd } from './leading-wire.ts'
import type { Tabs } from './tabs.ts'
import type { Wire, WireHandlers } from './transport.ts'
import type { Frame } from './wire-messages.ts'

/** One connection for all tabs of a person: the leading tab opens it, the others go through it. */
export function sharedWire(tabs: Tabs, open: () => Wire): Wire {
  let handlers: WireHandlers | undefined
  let connected = false

  const hear = (frame: Frame): void => {
    if (frame.name === 'connected') connected = true
    if (frame.name === 'disconnected') connected = false
    // The names and what they are given belong together, which TypeScript can't follow through the union.
    const handle = handlers?.[frame.name] as ((...given: readonly unknown[]) => void) | undefined
    handle?.(...frame.given)
  }
  const lost = (): void => {
    if (connected) hear({ name: 'disconnected', given: [] })
  }
  let end: WireEnd = followingWire(tabs, hear, lost)
  const lead = (): void => {
    lost()
    const leading = leadingWire(tabs, open(), hear)
    end = leading
    leading.begin()
  }
  tabs.on((message, from) => {
    if ('wire' in message) end.hear(message, from)
  })

  return {
    on(given) {
      handlers = given
      tabs.tell({ wire: 'hello' })
      tabs.onLead(lead)
    },
    subscribe: (spaceIds) => end.subscribe(spaceIds),
    unsubscribe: (spaceIds) => end.unsubscribe(spaceIds),
    presence: (frame) => end.presence(frame),
    commands: (items) => end.commands(items),
    close: () => end.close(),
  }
}
