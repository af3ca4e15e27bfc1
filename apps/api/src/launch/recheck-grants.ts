import type { Reads } from '../kernel/transaction.ts'
import { type Grant, ungranted } from '../transports/sockets/grants.ts'

/** Those who hear of spaces, and how one of them is looked at again. */
export type Granted = { granted(): readonly Grant[]; withdraw(grant: Grant): void }

const usualRecheck = 10_000

/**
 * Asks with each beacon, in one query, whether those who are in rooms and documents still belong there. What is told
 * between nodes may be lost, and what was told of a log that was set back isn't told again.
 */
export function recheckGrants(
  db: Reads,
  all: readonly Granted[],
  onError: (error: unknown) => void,
  every = usualRecheck,
): () => void {
  const recheck = async (): Promise<void> => {
    const held = all.map((each) => ({ each, grants: each.granted() }))
    const over = await ungranted(
      db,
      held.flatMap(({ grants }) => grants),
    )
    const isOver = (grant: Grant): boolean =>
      over.some(({ personId, spaceId }) => personId === grant.personId && spaceId === grant.spaceId)
    if (over.length === 0) return
    for (const { each, grants } of held) for (const grant of grants.filter(isOver)) each.withdraw(grant)
  }
  let isAsking = false
  const timer = setInterval(() => {
    if (isAsking) return
    isAsking = true
    recheck()
      .catch(onError)
      .finally(() => (isAsking = false))
  }, every)
  return () => clearInterval(timer)
}
