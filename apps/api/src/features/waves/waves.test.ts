import { randomUUID } from 'node:crypto'
import { chooseWaveInput } from '@kolo/domain/waves/waves'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { takingPart, testProject, testRollout } from '../../testing/project.ts'
import { unseated } from './unseated.queries.ts'
import { chooseWave } from './commands/choose-wave.ts'

describe('the next wave of a project', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub)
  })
  afterAll(() => hub.close())

  it('is kept, and snapshot and events are equal', async () => {
    const { coordinationSpaceId: spaceId, coordinatorId } = project
    const [first, second] = [randomUUID(), randomUUID()].toSorted()
    const choose = (given: object) =>
      expectSynced(hub, spaceId, () => hub.run(chooseWave, coordinatorId, chooseWaveInput.parse({ spaceId, ...given })))
    await choose({ add: { municipalityIds: [second, first, second] }, startsOn: '2027-01-11' })
    await choose({ add: { planIds: [first], municipalityIds: [first] }, remove: { municipalityIds: [second] } })
    expect(await choose({ add: { planIds: [first] }, startsOn: '2027-01-11' })).toEqual([])
    expect((await hub.snapshot(spaceId)).parts.wave).toEqual({
      planIds: [first],
      municipalityIds: [first],
      partnerOrganizationIds: [],
      startsOn: '2027-01-11',
    })
  })

  it('tells whom its rollouts still need, to the coordinator alone', async () => {
    const rollout = await testRollout(hub, project)
    const { coordinationSpaceId: spaceId } = project
    const missing = (personId: string) => hub.ask(unseated, personId, { spaceId })
    expect(await missing(project.coordinatorId)).toEqual([])
    await hub.db.deleteFrom('seat_holder').where('person_id', '=', rollout.approverId).execute()
    expect(await missing(project.coordinatorId)).toMatchObject([
      { organizationId: rollout.organizationId, country: 'RS', vacant: ['approver'] },
    ])
    await expect(missing(rollout.officerId)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is chosen by nobody but the coordinator, in the coordination space alone', async () => {
    const partner = await takingPart(hub, project.projectId, { kind: 'partner' })
    const choiceIn = (spaceId: string) => chooseWaveInput.parse({ spaceId, startsOn: '2027-01-11' })
    const refused = [
      hub.run(chooseWave, partner.people[0]!, choiceIn(project.coordinationSpaceId)),
      hub.run(chooseWave, project.coordinatorId, choiceIn(project.commonsSpaceId)),
    ]
    for (const attempt of refused) await expect(attempt).rejects.toMatchObject({ code: 'notFound' })
  })
})
