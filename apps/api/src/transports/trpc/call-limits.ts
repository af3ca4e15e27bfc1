import { DomainError } from '@kolo/domain/core/errors'
import { allowance } from '../allowance.ts'

/** Counts the calls of each caller, in a batch and alone. */
export type CallLimits = {
  /** Counts a call; throws `tooMany` with the seconds after which another try may succeed. */
  count(caller: string): void
}

type Known = { readonly may: () => boolean; until: number }

// Opening a project asks some twenty questions; a board that was filled for an hour offline sends some hundreds.
const burstInSeconds = 10
const callersKnown = 2_000

/**
 * Lets each caller make so many calls a second, and ten seconds' worth at once: nobody uses up what others need. Counted
 * by this node alone, in memory.
 */
export function callLimits(perSecond: number, clock: () => number = Date.now): CallLimits {
  const callers = new Map<string, Known>()
  const refilled = burstInSeconds * 1_000
  const forgetIdle = (now: number): void => {
    for (const [caller, { until }] of callers) if (until <= now) callers.delete(caller)
  }
  return {
    count(caller) {
      const now = clock()
      if (callers.size >= callersKnown) forgetIdle(now)
      const known = callers.get(caller) ?? {
        may: allowance({ burst: burstInSeconds * perSecond, perSecond }, clock),
        until: 0,
      }
      // After so long without a call the allowance is whole again: nothing is lost by forgetting it.
      known.until = now + refilled
      callers.set(caller, known)
      if (!known.may()) throw new DomainError('tooMany', { seconds: 1 })
    },
  }
}
