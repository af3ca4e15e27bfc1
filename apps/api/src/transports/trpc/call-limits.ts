import { DomainError } from '@kolo/domain/core/errors'
import { allowances } from '../allowances.ts'
import { type FairShare, fairShare } from '../fair-share.ts'

/** Counts the calls of each caller, in a batch and alone, and lets each do a few at a time. */
export type CallLimits = FairShare & {
  /** Counts a call; throws `tooMany` with the seconds after which another try may succeed. */
  count(caller: string): void
  /**
   * Counts a request of a network before the database is asked whose it is; gives the way to take that back where it is
   * somebody's, whose calls are counted for themselves.
   */
  countNetwork(network: string): () => void
}

// Opening a project asks some twenty questions; a board that was filled for an hour offline sends some hundreds.
const burstInSeconds = 10

/**
 * Lets each caller make so many calls a second, and ten seconds' worth at once: nobody uses up what others need. Counted
 * by this node alone, in memory.
 */
export function callLimits(perSecond: number, clock: () => number = Date.now): CallLimits {
  const allowed = { burst: burstInSeconds * perSecond, perSecond }
  const [callers, networks] = [allowances(allowed, { clock }), allowances(allowed, { clock })]
  return {
    ...fairShare(),
    count(caller) {
      if (!callers.take(caller)) throw new DomainError('tooMany', { seconds: 1 })
    },
    countNetwork(network) {
      if (!networks.take(network)) throw new DomainError('tooMany', { seconds: 1 })
      return () => networks.giveBack(network)
    },
  }
}
