import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import {
  accepted,
  fullDraft,
  november,
  october,
  openFor,
  type Reporting,
  reportingRollout,
} from '../../testing/reporting.ts'
import { testRollout } from '../../testing/project.ts'
import { createDocument } from '../documents/commands/create-document.ts'
import { documentsOfMunicipality } from '../documents/documents.queries.ts'
import { reportsOfMunicipality } from '../reports/municipality-reports.queries.ts'
import { municipalityPeers } from './peers.queries.ts'

/** What other nouns bring to a municipality's page, and to whom. */
describe('the page of a municipality', () => {
  let hub: TestHub
  let our: Reporting
  let stranger: string
  let municipalityId: string
  const inside = () => [our.coordinatorId, our.partnerId, our.officerId, our.approverId]
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    stranger = await hub.person('Stranger')
    municipalityId = our.rollout.municipalityId
  })
  afterAll(() => hub.close())

  it('has the newest reports first, for those in the rollout’s space', async () => {
    const older = await accepted(hub, our, october, fullDraft(our.closed))
    const newer = await openFor(hub, our, november)
    for (const personId of inside()) {
      const reports = await hub.ask(reportsOfMunicipality, personId, { municipalityId })
      expect(reports.map(({ cell }) => [cell.reportId, cell.state])).toEqual([
        [newer, expect.stringMatching(/^(due|notYetDue)$/)],
        [older, 'accepted'],
      ])
      expect(reports[0]).toMatchObject({ spaceId: our.rolloutSpaceId, rolloutId: our.rollout.rolloutId })
    }
    for (const personId of [our.observerId, stranger])
      expect(await hub.ask(reportsOfMunicipality, personId, { municipalityId })).toEqual([])
  })

  it('has documents of its own space for its own people, of the rollout for all who are there', async () => {
    const make = async (spaceId: string, title: string): Promise<void> => {
      await hub.run(createDocument, our.officerId, { spaceId, documentId: randomUUID(), title })
    }
    await make(our.municipalitySpaceId, 'Draft of the decision')
    await make(our.rolloutSpaceId, 'Minutes')
    const titles = async (personId: string) =>
      (await hub.ask(documentsOfMunicipality, personId, { municipalityId })).map(({ title }) => title)
    expect(await titles(our.officerId)).toEqual(['Minutes', 'Draft of the decision'])
    expect(await titles(our.partnerId)).toEqual(['Minutes'])
    for (const personId of [our.observerId, stranger]) expect(await titles(personId)).toEqual([])
  })

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
