import { randomUUID } from 'node:crypto'
import { grantMembers, takingPart } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editorOf } from '../people/editor.ts'
import type { SignedInPerson } from '../people/person.ts'
import { openDesk } from './replicas.ts'
import { listen, startTwoNodes, type TwoNodes } from './two-nodes.ts'

const soon = { timeout: 60_000, interval: 10 }

/** What a command on one node takes away, the other takes away too, on connections that stand open. */
describe.each([
  { between: 'Redis and NOTIFY', redis: true, notify: true },
  { between: 'nothing, so that every frame is lost', redis: false, notify: false },
])('rights that end on another node, with $between between them', (options) => {
  let cluster: TwoNodes
  let commons: string
  let here: SignedInPerson

  beforeAll(async () => {
    cluster = await startTwoNodes(options)
    const { shared, nodes } = cluster
    const { db } = shared.hub
    await db.updateTable('person').set({ administrator: true }).where('id', '=', shared.coordinatorIds[0]).execute()
    await grantMembers(shared.hub)
    here = await cluster.enter(shared.coordinatorIds[0], nodes[0])
    const project = db.selectFrom('project').select('commons_space_id').where('id', '=', shared.projectId)
    commons = (await project.executeTakeFirstOrThrow()).commons_space_id
  })
  afterAll(() => cluster.stop())

  /** Somebody who sits for a partner, and for a municipality: the partner's end leaves the role of a reader. */
  async function partnerAndReader(): Promise<{ personId: string; participationId: string }> {
    const { hub, projectId } = cluster.shared
    const partner = await takingPart(hub, projectId, { kind: 'partner' })
    const town = await takingPart(hub, projectId, { kind: 'municipality' })
    const [personId] = partner.people as [string]
    const ofOrganization = (table: 'seat' | 'participation', organizationId: string) =>
      hub.db.selectFrom(table).select('id').where('organization_id', '=', organizationId).executeTakeFirstOrThrow()
    const { id: seatId } = await ofOrganization('seat', town.organizationId)
    const since = new Date().toISOString()
    await hub.db.insertInto('seat_holder').values({ seat_id: seatId, person_id: personId, since }).execute()
    await grantMembers(hub)
    const { id: participationId } = await ofOrganization('participation', partner.organizationId)
    return { personId, participationId }
  }

  it('[SYN31] whoever is no editor any more only reads the document that is open, and writes nothing over the open socket', async () => {
    const { personId, participationId } = await partnerAndReader()
    const there = await cluster.enter(personId, cluster.nodes[1])
    const desk = await openDesk(there, commons)
    const documentId = randomUUID()
    const document = { spaceId: commons, documentId, title: 'Together' }
    await here.api.documents.create.mutate({ commandId: randomUUID(), input: document })
    const [mine, theirs] = [editorOf(here.url, here.cookie, documentId), editorOf(there.url, there.cookie, documentId)]
    theirs.write('while an editor')
    await expect.poll(() => theirs.saved() && mine.text().includes('while an editor'), soon).toBe(true)
    const column = { name: 'column.add', path: 'boards.addColumn' }
    const added = () => desk.send({ ...column, input: { columnId: randomUUID(), name: 'Mine', category: 'todo' } })
    expect((await added().answer).status).toBe('committed')

    const input = { spaceId: cluster.shared.spaceId, participationId }
    await here.api.organizations.endParticipation.mutate({ commandId: randomUUID(), input })
    expect(await added().answer).toMatchObject({ status: 'refused', code: 'notFound' })
    expect(desk.client.connection()).toBe('live')
    expect(desk.client.open(commons).status()).toBe('ready')
    // The line that could write is closed; the next one reads.
    await expect.poll(() => theirs.refused(), soon).toBe(true)
    mine.write('of the editor')
    await expect.poll(() => theirs.text(), soon).toContain('of the editor')
    theirs.write('of the reader')
    mine.write('afterwards')
    await expect.poll(() => theirs.text(), soon).toContain('afterwards')
    await expect.poll(() => mine.saved(), soon).toBe(true)
    expect(mine.text()).not.toContain('of the reader')
    expect(theirs.saved()).toBe(false)
    for (const open of [desk, mine, theirs]) open.close()
  })

  it('[SYN32] an account that is closed loses its connections', async () => {
    const { shared, nodes } = cluster
    const personId = await shared.hub.person('Leaving')
    await shared.hub.db
      .insertInto('project_coordinator')
      .values({ project_id: shared.projectId, person_id: personId })
      .execute()
    await grantMembers(shared.hub)
    const there = await cluster.enter(personId, nodes[1])
    const listener = await listen(there, shared.spaceId)
    const input = { spaceId: shared.hub.networkSpaceId, personId }
    await here.api.people.disable.mutate({ commandId: randomUUID(), input })
    await expect.poll(() => listener.socket.connected, soon).toBe(false)
    await expect(listen(there, shared.spaceId)).rejects.toThrow('unauthenticated')
    await expect(there.api.spaces.mine.query({})).rejects.toThrow()
  })
})
