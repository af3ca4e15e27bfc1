import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { takingPart, testProject, testRollout } from '../../testing/project.ts'
import { changeDates } from './commands/change-dates.ts'
import { changeLead } from './commands/change-lead.ts'
import { bringStageToGate, completeStage, planStage, reopenStage, startStage } from './commands/change-state.ts'
import { openStageToMunicipalities } from './commands/open-to-municipalities.ts'

describe('stages on a real database', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  let partner: Awaited<ReturnType<typeof takingPart>>
  let rollout: Awaited<ReturnType<typeof testRollout>>
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub)
    partner = await takingPart(hub, project.projectId, { kind: 'partner' })
    rollout = await testRollout(hub, project)
  })
  afterAll(() => hub.close())

  const on = (index = 0) => ({ spaceId: project.commonsSpaceId, stageId: project.stages[index]!.id })
  const stateOf = async (index = 0) => (await hub.snapshot(project.commonsSpaceId)).parts.stages[on(index).stageId]

  it('keeps snapshot and events equal for every command', async () => {
    const { commonsSpaceId, coordinatorId } = project
    const synced = (run: () => Promise<unknown>) => expectSynced(hub, commonsSpaceId, run)
    for (const command of [startStage, planStage, startStage, bringStageToGate, completeStage]) {
      await synced(() => hub.run(command, coordinatorId, on()))
    }
    expect(await stateOf()).toMatchObject({ state: 'completed' })
    await synced(() => hub.run(reopenStage, coordinatorId, { ...on(), reason: 'One more case' }))
    expect(await stateOf()).toMatchObject({ state: 'active', completedAt: null })
    await synced(() => hub.run(changeDates, coordinatorId, { ...on(), startsOn: '2026-05-02', endsOn: '2026-06-20' }))
    await synced(() => hub.run(changeLead, coordinatorId, { ...on(), organizationId: partner.organizationId }))
    await synced(() => hub.run(changeLead, coordinatorId, { ...on(), organizationId: null }))
  })

  it('opens a stage to the municipalities of the project, at once and for good', async () => {
    const { commonsSpaceId, coordinatorId, stages } = project
    const stageSpace = stages[1]!.space_id
    const open = () => hub.run(openStageToMunicipalities, coordinatorId, on(1))
    const events = await expectSynced(hub, [commonsSpaceId, stageSpace], open)
    const readers = events
      .filter(({ type }) => type === 'member.joined')
      .map(({ payload }) => [payload['personId'], payload['role']])
    expect(readers.toSorted()).toEqual([rollout.officerId, rollout.approverId].map((id) => [id, 'reader']).toSorted())
    expect(await expectSynced(hub, [commonsSpaceId, stageSpace], open)).toEqual([])
  })

  it('is run by its coordinator only, from the own commons', async () => {
    const other = await testProject(hub)
    const absent = { code: 'notFound', details: {} }
    for (const personId of [partner.people[0]!, rollout.officerId, other.coordinatorId]) {
      await expect(hub.run(startStage, personId, on(2))).rejects.toMatchObject(absent)
      await expect(hub.run(openStageToMunicipalities, personId, on(2))).rejects.toMatchObject(absent)
    }
    const fromElsewhere = { ...on(2), spaceId: other.commonsSpaceId }
    await expect(hub.run(startStage, other.coordinatorId, fromElsewhere)).rejects.toMatchObject(absent)
    await expect(hub.run(openStageToMunicipalities, other.coordinatorId, fromElsewhere)).rejects.toMatchObject(absent)
  })

  it('refuses a lead that is no partner', async () => {
    const asked = { ...on(2), organizationId: rollout.organizationId }
    await expect(hub.run(changeLead, project.coordinatorId, asked)).rejects.toMatchObject({
      code: 'invalid',
      details: { reason: 'notAPartner' },
    })
  })
})
