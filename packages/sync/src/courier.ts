import type { Answer } from './answer.ts'
import type { OutboxItem } from './outbox-item.ts'
import { type Commands, commandsPerFrame, frameBytes } from './protocol.ts'
import type { Fetcher, Wire } from './transport.ts'

/** Brings commands to the server: several at once over the open connection, else one by HTTP. */
export type Courier = {
  /** Sends the items, or the first of them, in this order; answers those that were sent. */
  send(items: readonly OutboxItem[]): Promise<readonly Answer[]>
  /** The connection stands, and says something. */
  lineHeard(): void
  lineLost(): void
}

// A character has at most three bytes in UTF-8; the rest of the frame takes its share.
const largestFrame = frameBytes / 4

/** A command by HTTP is never larger, in bytes; one that takes the rows of a file may be that of a file. */
export const commandBytes = 1024 * 1024
export const fileCommandBytes = 8 * 1024 * 1024

/** Makes the courier; `outdated` hears that the server speaks a newer protocol. A connection that gives no answer is sent nothing more until it has said something again. */
export function createCourier(fetcher: Fetcher, wire: Wire, outdated: () => void): Courier {
  let lineOpen = false
  return {
    async send(items) {
      const together = lineOpen ? fitting(items) : []
      const [first] = items
      if (first && together.length === 0) {
        if (isTooLarge(first)) return [{ status: 'refused', code: 'tooLarge', details: {} }]
        const answer = await fetcher.call(first)
        // Of a newer server: an older one's is no failure (`answer.ts`). Over the connection the handshake says so.
        if (answer.status === 'unknown' && answer.failure?.code === 'versionMismatch') outdated()
        return [answer]
      }
      const answers = await wire.commands(together)
      if (answers) return answers
      lineOpen = false
      return [{ status: 'unknown' }]
    },
    lineHeard: () => void (lineOpen = true),
    lineLost: () => void (lineOpen = false),
  }
}

/** No server takes it, whatever it is: that is said without a line, too. */
function isTooLarge({ input }: OutboxItem): boolean {
  const text = JSON.stringify(input)
  return text.length > fileCommandBytes / 3 && new TextEncoder().encode(text).length > fileCommandBytes
}

/** No answer after so many milliseconds is none. */
export const answerWithin = 20_000

/** Items as they travel over the connection. */
export const frameOf = (items: readonly OutboxItem[]): Commands => ({
  commands: items.map(({ path, commandId, input }) => ({ path, commandId, input })),
})

/** As many as fit into one frame: none where the first is too large alone. */
function fitting(items: readonly OutboxItem[]): readonly OutboxItem[] {
  let size = 0
  const tooMuch = items.slice(0, commandsPerFrame).findIndex(({ path, input }) => {
    size += 100 + path.length + JSON.stringify(input).length
    return size > largestFrame
  })
  return items.slice(0, tooMuch === -1 ? commandsPerFrame : tooMuch)
}
