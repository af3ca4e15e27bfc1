import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { createDocument } from './commands/create-document.ts'
import { documentsOfMunicipality } from './documents.queries.ts'

/** Its documents, and to whom they are shown. */
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
})
