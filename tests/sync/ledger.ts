import type { Heard } from './faults/connected-client.ts'
import type { Acknowledged } from './kept.ts'

/** What clients were told, by whichever way. */
export type Ledger = {
  readonly hear: Heard
  /** The codes of failed calls, `none` where there was no answer at all. */
  readonly failures: Set<string>
  acknowledged(): readonly Acknowledged[]
  /** The longest that a call took, in milliseconds. */
  longest(): number
  /** The most commands that travelled in one frame. */
  mostTogether(): number
}

/** Writes down what was answered, by whichever way. */
export function ledger(): Ledger {
  const acknowledged: Acknowledged[] = []
  const failures = new Set<string>()
  let [longest, mostTogether] = [0, 0]
  return {
    failures,
    acknowledged: () => acknowledged,
    longest: () => longest,
    mostTogether: () => mostTogether,
    hear({ sent: { commandId }, reply, milliseconds, together }) {
      longest = Math.max(longest, milliseconds)
      mostTogether = Math.max(mostTogether, together)
      if (reply?.status === 'committed') acknowledged.push({ commandId, at: reply.at })
      else failures.add(reply?.code ?? 'none')
    },
  }
}
