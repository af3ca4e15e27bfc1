import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editorOf } from '../people/editor.ts'
import type { SignedInPerson } from '../people/person.ts'
import { openDesk } from './replicas.ts'
import { listen, startTwoNodes, type TwoNodes } from './two-nodes.ts'

const soon = { timeout: 10_000, interval: 10 }

describe.each([
  { between: 'Redis', redis: true, notify: false },
  { between: 'NOTIFY', redis: false, notify: true },
])('who is where, with $between between two nodes', (options) => {
  let cluster: TwoNodes
  let here: SignedInPerson
  let there: SignedInPerson

  beforeAll(async () => {
    cluster = await startTwoNodes(options)
    const { coordinatorIds } = cluster.shared
    here = await cluster.enter(coordinatorIds[0], cluster.nodes[0])
    there = await cluster.enter(coordinatorIds[1], cluster.nodes[1])
  })
  afterAll(() => cluster.stop())

  it('[SYN30] is seen at the other node, until the connection ends', async () => {
    const { spaceId, coordinatorIds } = cluster.shared
    const [one, other] = [await listen(here, spaceId), await listen(there, spaceId)]
    one.socket.emit('presence', { tab: 'one', place: { spaceId, at: 'boards', typing: null } })
    await expect.poll(() => other.presentIn(spaceId), soon).toEqual([coordinatorIds[0]])
    other.socket.emit('presence', { tab: 'one', place: { spaceId, at: 'boards', typing: null } })
    await expect.poll(() => one.presentIn(spaceId).toSorted(), soon).toEqual([...coordinatorIds].toSorted())
    one.close()
    await expect.poll(() => other.presentIn(spaceId), soon).toEqual([coordinatorIds[1]])
    other.close()
  })

  it('[SYN30] tells who types in a thread, until they stop or their tab is gone', async () => {
    const { spaceId, coordinatorIds } = cluster.shared
    const [one, other] = [await openDesk(here, spaceId), await openDesk(there, spaceId)]
    const threadId = randomUUID()
    const typing = () =>
      other.client
        .open(spaceId)
        .present()
        .filter(({ personId }) => personId === coordinatorIds[0])
        .map((present) => present.typing)
    one.client.announce({ spaceId, at: `thread:${threadId}`, typing: null })
    await expect.poll(typing, soon).toEqual([null])
    one.client.type(threadId)
    await expect.poll(typing, soon).toEqual([threadId])
    one.client.type(null)
    await expect.poll(typing, soon).toEqual([null])
    one.client.type(threadId)
    await expect.poll(typing, soon).toEqual([threadId])
    one.close()
    await expect.poll(typing, soon).toEqual([])
    other.close()
  })

  it('[SYN30] holds for carets in a document too', async () => {
    const documentId = randomUUID()
    const input = { spaceId: cluster.shared.spaceId, documentId, title: 'Carets' }
    await here.api.documents.create.mutate({ commandId: randomUUID(), input })
    const [one, other] = [editorOf(here.url, here.cookie, documentId), editorOf(there.url, there.cookie, documentId)]
    await expect.poll(() => one.saved() && other.saved(), soon).toBe(true)
    one.point('mine')
    await expect.poll(() => other.carets(), soon).toContain('mine')
    one.close()
    await expect.poll(() => other.carets(), soon).not.toContain('mine')
    other.close()
  })
})
