import type { beforeHandleAwarenessPayload, Connection, Document } from '@hocuspocus/server'
import type { CollabContext } from './client-socket.ts'

const maxStateLength = 4_096
const maxClients = 4

/**
 * Lets a connection speak for its own carets only, within limits, and under its person's own name. Changes `states`,
 * from which what is sent on is made.
 */
export function guardAwareness({
  states,
  document,
  connection,
  context,
}: beforeHandleAwarenessPayload<CollabContext>): void {
  if (!connection || !context?.admission) {
    states.clear()
    return
  }
  const own = document.getClients(connection)
  let clients = own.size
  for (const [clientId, state] of states) {
    const known = own.has(clientId)
    if (!known && (clients >= maxClients || belongsToAnother(document, connection, clientId))) {
      states.delete(clientId)
      continue
    }
    if (!known) clients += 1
    const fits = isState(state) && JSON.stringify(state).length <= maxStateLength
    states.set(clientId, { ...(fits ? state : {}), user: context.admission.shown })
  }
}

const isState = (state: unknown): state is Record<string, unknown> =>
  typeof state === 'object' && state !== null && !Array.isArray(state)

/** The same person may take a caret over: a browser that comes back finds its old connection still there. */
function belongsToAnother(document: Document, connection: Connection<CollabContext>, clientId: number): boolean {
  return document
    .getConnections()
    .some((other) => document.getClients(other).has(clientId) && other.context.personId !== connection.context.personId)
}
