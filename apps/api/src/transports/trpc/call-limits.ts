import { DomainError } from '@kolo/domain/core/errors'
import { allowances } from '../allowances.ts'
import { type FairShare, fairShare } from '../fair-share.ts'

/** Counts the calls of each caller, in a batch and alone, and lets each do a few at a time. */
export type CallLimits = FairShare & {
  /** Counts a call; throws `tooMany` with the seconds after which another try may succeed. */
  count(caller: string): void
  /**
   * Asks whose a request is, a few at a time for each network; those that are nobody's count against it, before the
   * database is asked. Throws `tooMany`.
   */
  whose<Person>(network: string, ask: () => Promise<Person | undefined>): Promise<Person | undefined>
}

// Opening a project asks some twenty questions; a board that was filled for an hour offline sends some hundreds.
const burstInSeconds = 10
// A whole town may be behind one address, and each of its people is counted for themselves once they are known: most wait,
// none for long.
const peopleOfNetwork = 10
const whoAsks = { atOnce: 4, most: 10_000 }

/**
 * Lets each caller make so many calls a second, and ten seconds' worth at once: nobody uses up what others need. Counted
 * by this node alone, in memory.
 */
export function callLimits(perSecond: number, clock: () => number = Date.now): CallLimits {
  const allowing = (calls: number) => allowances({ burst: burstInSeconds * calls, perSecond: calls }, { clock })
  const [callers, networks] = [allowing(perSecond), allowing(peopleOfNetwork * perSecond)]
  const asking = fairShare(whoAsks)
  return {
    ...fairShare(),
    count(caller) {
      if (!callers.take(caller)) throw new DomainError('tooMany', { seconds: 1 })
    },
    async whose(network, ask) {
      if (!networks.take(network)) throw new DomainError('tooMany', { seconds: 1 })
      const person = await asking.inTurn(network, ask)
      if (person !== undefined) networks.giveBack(network)
      return person
    },
  }
}
