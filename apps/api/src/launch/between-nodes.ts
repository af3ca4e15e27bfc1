import type { PresentPeople } from '@kolo/sync'
import type { Pool } from 'pg'
import type { Identity } from '../credentials/identity.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Collab } from '../transports/collab/collab.ts'
import type { Grant } from '../transports/sockets/grants.ts'
import type { Sockets } from '../transports/sockets/sockets.ts'
import { latest } from './latest.ts'
import { recheckGrants } from './recheck-grants.ts'
import { recheckSessions } from './recheck-sessions.ts'
import { nodeKey, sealOf } from './seal.ts'
import { hearOthers, nodeName, tellOthers } from './wake-ups.ts'

const documentEvery = 30
const presenceEvery = 200

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
  const documents = {
    granted: collab.granted,
    withdraw: ({ personId, spaceId }: Grant) => collab.closeConnections(personId, spaceId),
  }
  const stopRecheckingGrants = recheckGrants(kernel.reads, [sockets, documents], onError)
  const heard = {
    revoked: sessions.revoked,
    document: collab.heard,
    present: sockets.heardPresence,
    carets: collab.heardCarets,
    check: () => void collab.check().catch(onError),
  }
  const stops = [disconnect, stopRechecking, stopRecheckingGrants]
  const seal = redis && sealOf(await nodeKey(pool), redis.key, node)
  const others = await hearOthers({ pool, kernel, node, redis: redis && seal && { ...redis, seal }, heard, onError })
  stops.push(() => others.stop())
  if (!options.alone) {
    const stored = latest<number>(documentEvery, (documentId, number) => others.send({ node, documentId, number }))
    const presence = latest<PresentPeople>(presenceEvery, (_, present) => others.sendPassing({ node, present }))
    collab.onStored(stored.tell)
    collab.onCarets((of, carets) => others.sendPassing({ node, of, carets }))
    sockets.onPresence((present) => presence.tell(present.spaceId, present))
    stops.push(
      tellOthers(kernel, node, others.send, seal),
      sessions.onRevoked(({ sessionId }) => {
        if (sessionId !== undefined) others.send({ node, revoked: { sessionId } })
      }, 'own'),
      stored.stop,
      presence.stop,
    )
  }
  return () => {
    for (const stop of stops.toReversed()) stop()
  }
}
