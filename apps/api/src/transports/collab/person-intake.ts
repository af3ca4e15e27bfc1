import type { WebSocket } from 'ws'

/** What is needed of a line to read it on, or not. */
type Line = Pick<WebSocket, 'pause' | 'resume' | 'isPaused'>

/** What a line has sent and isn't dealt with. */
export type Intake = {
  came(bytes: number): void
  handled(bytes: number): void
  /** The line is gone, with all that it has sent. */
  gone(): void
}

/** Takes in what a person's line sends. */
export type PersonIntake = (personId: string, line: Line) => Intake

const usual = { ofLine: 4 * 1024 * 1024, ofPerson: 16 * 1024 * 1024 }

/**
 * Whoever sends faster than the log can store waits at the other end of the wire: a line isn't read on while so much of it
 * is in memory, and none of a person's while so much of all of them is.
 */
export function personIntake(most: typeof usual = usual): PersonIntake {
  const people = new Map<string, Map<Line, number>>()
  const weigh = (lines: ReadonlyMap<Line, number>): void => {
    const all = [...lines.values()].reduce((sum, bytes) => sum + bytes, 0)
    for (const [line, bytes] of lines) {
      const isFull = bytes >= most.ofLine || all >= most.ofPerson
      if (isFull && !line.isPaused) line.pause()
      else if (!isFull && line.isPaused) line.resume()
    }
  }
  return (personId, line) => {
    const lines = people.get(personId) ?? new Map<Line, number>()
    people.set(personId, lines.set(line, 0))
    const change = (bytes: number): void => {
      const before = lines.get(line)
      if (before === undefined) return
      lines.set(line, before + bytes)
      weigh(lines)
    }
    return {
      came: change,
      handled: (bytes) => change(-bytes),
      gone() {
        lines.delete(line)
        if (lines.size === 0 && people.get(personId) === lines) people.delete(personId)
        else weigh(lines)
      },
    }
  }
}
