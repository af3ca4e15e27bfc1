import type { WireEnd } from './leading-wire.ts'
import type { Subscribed } from './protocol.ts'
import type { Tabs } from './tabs.ts'
import type { Frame } from './wire-messages.ts'

/** The end of a tab that doesn't lead: it asks the leader, and hears what that hears; `lost` is called when another leads. */
export function followingWire(tabs: Tabs, hear: (frame: Frame) => void, lost: () => void): WireEnd {
  let requests = 0
  const answers = new Map<number, (answer: Subscribed) => void>()
  return {
    subscribe: (spaceIds) =>
      new Promise((resolve) => {
        requests += 1
        answers.set(requests, resolve)
        tabs.tell({ wire: 'subscribe', request: requests, spaceIds })
      }),
    unsubscribe: (spaceIds) => tabs.tell({ wire: 'unsubscribe', spaceIds }),
    presence: (frame) => tabs.tell({ wire: 'presence', frame }),
    // Only the leader sends what is written.
    commands: async () => undefined,
    close: () => undefined,
    hear(message) {
      if (message.wire === 'frame' && (message.to ?? tabs.id) === tabs.id) hear(message.frame)
      else if (message.wire === 'subscribed' && message.to === tabs.id) {
        answers.get(message.request)?.(message.answer)
        answers.delete(message.request)
      } else if (message.wire === 'leads') {
        // Another leads now, over a line of its own: who the others are it has yet to hear.
        answers.clear()
        lost()
        tabs.tell({ wire: 'hello' })
      }
    },
  }
}
