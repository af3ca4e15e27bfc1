import type { SessionStore } from '../credentials/session-store.ts'

const usualRecheck = 30_000

/**
 * Asks every half minute, in one query, whether the sessions behind open connections still are. What is told between
 * nodes may be lost, and a session may run out while its connection stands.
 */
export function recheckSessions(
  sessions: SessionStore,
  connected: () => readonly string[],
  onError: (error: unknown) => void,
  every = usualRecheck,
): () => void {
  const recheck = async (): Promise<void> => {
    const over = await sessions.overOf([...new Set(connected())])
    for (const sessionId of over) sessions.revoked({ sessionId })
  }
  const timer = setInterval(() => void recheck().catch(onError), every)
  return () => clearInterval(timer)
}
