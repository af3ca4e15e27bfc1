import type { WebSocket } from 'ws'

/** What is needed of a line to bound it. */
export type Line = Pick<WebSocket, 'send' | 'bufferedAmount' | 'terminate' | 'once'>

/** The lines of each person, and what waits on them to be read. */
export type PersonLines = {
  hasRoom(personId: string): boolean
  /** Counts a line until it closes. */
  add(personId: string, line: Line): void
}

const usual = { lines: 60, unreadBytes: 32 * 1024 * 1024 }

/** Bounds how many lines a person has, and what waits on all of them together: that is in this node's memory. */
export function personLines(most: { readonly lines: number; readonly unreadBytes: number } = usual): PersonLines {
  const people = new Map<string, Set<Line>>()
  // They close a moment later; what waited on them is gone already.
  const givenUp = new WeakSet<Line>()
  return {
    hasRoom: (personId) => (people.get(personId)?.size ?? 0) < most.lines,
    add(personId, line) {
      const lines = people.get(personId) ?? new Set()
      people.set(personId, lines.add(line))
      line.once('close', () => {
        lines.delete(line)
        if (lines.size === 0 && people.get(personId) === lines) people.delete(personId)
      })
      const send = line.send.bind(line) as (...given: unknown[]) => void
      line.send = (...given: unknown[]): void => {
        const open = [...lines].filter((each) => !givenUp.has(each))
        if (unreadOf(open) > most.unreadBytes) {
          // The one that reads least, not the one on which the person works.
          const slowest = slowestOf(open)
          givenUp.add(slowest)
          slowest.terminate()
        }
        if (!givenUp.has(line)) send(...given)
      }
    },
  }
}

const unreadOf = (lines: readonly Line[]): number => lines.reduce((unread, line) => unread + line.bufferedAmount, 0)

const slowestOf = (lines: readonly Line[]): Line =>
  lines.reduce((slowest, line) => (line.bufferedAmount > slowest.bufferedAmount ? line : slowest))
