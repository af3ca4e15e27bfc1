import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { testRollout } from '../../testing/project.ts'
import { type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { municipalityPeers } from './peers.queries.ts'

/** Its peers, and what of them is shown to whom. */
describe('the page of a municipality', () => {
  let hub: TestHub
  let our: Reporting
  let stranger: string
  let municipalityId: string
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    stranger = await hub.person('Stranger')
    municipalityId = our.rollout.municipalityId
  })
  afterAll(() => hub.close())

  it('has peers by size for everybody, by system for those who see its rollouts', async () => {
    const peers = async (personId: string) =>
      (await hub.ask(municipalityPeers, personId, { municipalityId })).map(({ id, size, sharedSystemIds }) => {
        return { id, size, sharedSystemIds }
      })
    const other = await testRollout(hub, our.project, [])
    const { systemId } = our.rollout
    await hub.db.updateTable('rollout').set({ system_id: systemId }).where('id', '=', other.rolloutId).execute()
    const twin = { id: other.municipalityId, size: null, sharedSystemIds: [systemId] }
    // What isn't known of size is made up for by a system in common, for whoever may see that.
    expect(await peers(our.coordinatorId)).toEqual([twin])
    for (const personId of [our.officerId, our.partnerId, stranger]) expect(await peers(personId)).toEqual([])
    await hub.db.updateTable('municipality').set({ registered_voters: 20_000 }).execute()
    for (const personId of [our.officerId, stranger])
      expect(await peers(personId)).toEqual([{ ...twin, size: 1, sharedSystemIds: [] }])
    await expect(hub.ask(municipalityPeers, stranger, { municipalityId: randomUUID() })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
