import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocument } from '../features/documents/commands/create-document.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { type CollabServer, collabServer, writer } from '../testing/collab.ts'
import { heardBy, type ServedSockets, servedSockets, subscribe } from '../transports/sockets/served-sockets.fixture.ts'
import { foreignLog } from './foreign-log.ts'
import { recheckGrants } from './recheck-grants.ts'

const soon = { timeout: 30_000 }

describe('a membership that ended past the log', () => {
  let served: ServedSockets
  let documents: CollabServer
  let stop: () => void
  const failures: unknown[] = []
  beforeAll(async () => {
    served = await servedSockets()
    const { kernel, pool } = served.hub
    documents = await collabServer({ kernel, pool })
    const { collab } = documents
    const inDocuments = {
      granted: collab.granted,
      withdraw: (grant: { personId: string; spaceId: string }) =>
        collab.closeConnections(grant.personId, grant.spaceId),
    }
    stop = recheckGrants(kernel.reads, [served.sockets, inDocuments], (error) => failures.push(error), 20)
  })
  afterAll(async () => {
    stop()
    expect([...failures, ...served.failures]).toEqual([])
    await documents.close()
    await served.close()
  })

  it('[SYN31] closes room and document within a beacon, to nobody else', async () => {
    const { hub } = served
    const [stays, leaves] = [await hub.person('Stays'), await hub.person('Leaves')]
    const spaceId = await hub.space('stage', { [stays]: 'editor', [leaves]: 'editor' })
    const another = await hub.space('stage', { [leaves]: 'editor' })
    const documentId = randomUUID()
    await hub.run(createDocument, stays, { spaceId, documentId, title: 'Plan' })
    const [staying, leaving] = [served.socketOf(stays), served.socketOf(leaves)]
    const [kept, lost] = [heardBy(staying), heardBy(leaving)]
    await subscribe(staying, [spaceId])
    await subscribe(leaving, [spaceId, another])
    const editors = [stays, leaves].map((personId) => writer(documents.url, { personId, documentId }))
    await expect.poll(() => documents.collab.granted().length, soon).toBe(2)

    await hub.db.deleteFrom('space_member').where('space_id', '=', spaceId).where('person_id', '=', leaves).execute()
    await expect.poll(() => lost.revoked, soon).toEqual([spaceId])
    await expect.poll(() => documents.collab.granted(), soon).toEqual([{ personId: stays, spaceId }])
    const threadId = randomUUID()
    await hub.run(startThread, stays, { spaceId, threadId, title: 'Later', subject: { kind: 'space' } })
    await expect.poll(() => kept.frames.length, soon).toBe(1)
    await subscribe(leaving, [another])
    expect([lost.frames, kept.revoked, lost.revoked]).toEqual([[], [], [spaceId]])
    expect(served.sockets.granted().filter(({ personId }) => personId === leaves)).toEqual([
      { personId: leaves, spaceId: another },
    ])
    for (const editor of editors) editor.leave()
  })

  it('[SYN31] [SYN9] is heard of again in a log that was set back, from where that ends', async () => {
    const { hub } = served
    const author = await hub.person('Author')
    const spaceId = await hub.space('stage', { [author]: 'editor' })
    const start = () =>
      hub.run(startThread, author, { spaceId, threadId: randomUUID(), title: 'T', subject: { kind: 'space' } })
    for (let thread = 0; thread < 3; thread += 1) await start()
    const log = await foreignLog(hub.kernel, (error) => failures.push(error))
    const heard: number[] = []
    const stopListening = hub.kernel.log.subscribe(
      (events) => heard.push(...events.filter((event) => event.spaceId === spaceId).map(({ seq }) => seq)),
      'foreign',
    )
    await hub.pool.query('delete from event where space_id = $1 and seq > 1', [spaceId])
    await hub.pool.query(
      'update space set head = 1, head_hash = (select hash from event where space_id = $1 and seq = 1) where id = $1',
      [spaceId],
    )
    await log.catchUp()
    // Written elsewhere, past this process.
    await hub.pool.query(
      `with moved as (update space set head = 2 where id = $1)
       insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
       values ($1, 2, 'thread.resolved', 1, $2, gen_random_uuid(), now(), '{}', '', '')`,
      [spaceId, author],
    )
    await log.catchUp()
    await expect.poll(() => heard, soon).toEqual([2])
    stopListening()
    log.stop()
  })
})
