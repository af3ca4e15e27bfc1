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
import { reportsOfMunicipality } from './municipality-reports.queries.ts'

/** Its reports, and to whom they are shown. */
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
})
