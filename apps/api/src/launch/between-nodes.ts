import type { Pool } from 'pg'
import type { Identity } from '../credentials/identity.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Collab } from '../transports/collab/collab.ts'
import type { Sockets } from '../transports/sockets/sockets.ts'
import { recheckSessions } from './recheck-sessions.ts'
import { hearOthers, nodeName, tellOthers } from './wake-ups.ts'

const documentEvery = 30

/** Joins this node with the others on its database: the log, the documents and the ends of sessions travel both ways. */
export async function betweenNodes(options: {
  readonly pool: Pool
  readonly kernel: Kernel
  readonly identity: Identity
  readonly sockets: Sockets
  readonly collab: Collab
  readonly redis: { readonly url: string; readonly key: string } | undefined
  /** On an embedded database there is no other server to tell; the CLI, which is heard, asks for nothing. */
  readonly alone: boolean
  readonly onError: (error: unknown) => void
}): Promise<() => void> {
  const { pool, kernel, identity, sockets, collab, redis, onError } = options
  const { sessions } = identity
  const node = nodeName()
  const disconnect = sessions.onRevoked((what) => {
    sockets.disconnect(what)
    collab.disconnect(what)
  })
  const stopRechecking = recheckSessions(sessions, () => [...sockets.sessionIds(), ...collab.sessionIds()], onError)
  const heard = {
    revoked: sessions.revoked,
    document: collab.heard,
    check: () => void collab.check().catch(onError),
  }
  const stops = [disconnect, stopRechecking]
  const others = await hearOthers({ pool, kernel, node, redis, heard, onError })
  stops.push(() => others.stop())
  if (!options.alone) {
    const documents = coalesced((documentId, number) => others.send({ node, documentId, number }))
    collab.onStored(documents.stored)
    stops.push(
      tellOthers(kernel, node, others.send),
      sessions.onRevoked(({ sessionId }) => {
        if (sessionId !== undefined) others.send({ node, revoked: { sessionId } })
      }, 'own'),
      documents.stop,
    )
  }
  return () => {
    for (const stop of stops) stop()
  }
}

/** However fast people type, a document's number is told only so often. */
function coalesced(tell: (documentId: string, number: number) => void) {
  const newest = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  return {
    stored(documentId: string, number: number): void {
      const isWaiting = newest.has(documentId)
      newest.set(documentId, Math.max(number, newest.get(documentId) ?? 0))
      if (isWaiting) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        tell(documentId, newest.get(documentId) ?? number)
        newest.delete(documentId)
      }, documentEvery)
      timers.add(timer)
    },
    stop(): void {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
