import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { addMilestone } from './commands/add-milestone.ts'
import { editMilestone } from './commands/edit-milestone.ts'
import { reachMilestone, reopenMilestone } from './commands/reach-milestone.ts'
import { removeMilestone, restoreMilestone } from './commands/remove-milestone.ts'

describe('milestones on a real database', () => {
  let hub: TestHub
  let our: Reporting
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
  })
  afterAll(() => hub.close())

  const added = async (personId = our.officerId, spaceId = our.rolloutSpaceId) => {
    const key = { spaceId, milestoneId: randomUUID() }
    await expectSynced(hub, spaceId, () =>
      hub.run(addMilestone, personId, { ...key, name: 'Contract signed', dueOn: '2026-03-31' }),
    )
    return key
  }
  const held = async (milestoneId: string) => (await hub.snapshot(our.rolloutSpaceId)).parts.milestones[milestoneId]

  it('keeps snapshot and events equal for every command', async () => {
    const key = await added()
    const run = (work: () => Promise<unknown>) => expectSynced(hub, our.rolloutSpaceId, work)
    await run(() => hub.run(editMilestone, our.partnerId, { ...key, name: 'Signed' }))
    await run(() => hub.run(editMilestone, our.partnerId, { ...key, dueOn: '2026-04-30' }))
    expect(await run(() => hub.run(editMilestone, our.partnerId, { ...key, dueOn: '2026-04-30' }))).toEqual([])
    await run(() => hub.run(reachMilestone, our.approverId, { ...key, reachedOn: '2026-04-02' }))
    await run(() => hub.run(reachMilestone, our.officerId, { ...key, reachedOn: '2026-04-01' }))
    const reached = {
      id: key.milestoneId,
      name: 'Signed',
      dueOn: '2026-04-30',
      reachedOn: '2026-04-01',
      reachedBy: our.officerId,
    }
    expect(await held(key.milestoneId)).toEqual(reached)
    await run(() => hub.run(removeMilestone, our.coordinatorId, key))
    expect(await held(key.milestoneId)).toBeUndefined()
    await run(() => hub.run(restoreMilestone, our.coordinatorId, key))
    expect(await held(key.milestoneId)).toEqual(reached)
    await run(() => hub.run(reopenMilestone, our.coordinatorId, key))
    expect(await run(() => hub.run(reopenMilestone, our.coordinatorId, key))).toEqual([])
    expect(await held(key.milestoneId)).toEqual({ ...reached, reachedOn: null, reachedBy: null })
  })

  it('are refused where no rollout is, to those outside, and where another rollout has them', async () => {
    const key = await added()
    const other = await reportingRollout(hub)
    const refused = [
      hub.run(addMilestone, our.observerId, { ...key, milestoneId: randomUUID(), name: 'New', dueOn: '2026-03-31' }),
      hub.run(addMilestone, our.coordinatorId, {
        spaceId: our.project.commonsSpaceId,
        milestoneId: randomUUID(),
        name: 'New',
        dueOn: '2026-03-31',
      }),
      hub.run(reachMilestone, other.officerId, { ...key, reachedOn: '2026-03-01' }),
      hub.run(reachMilestone, other.officerId, { ...key, spaceId: other.rolloutSpaceId, reachedOn: '2026-03-01' }),
      hub.run(restoreMilestone, our.officerId, key),
    ]
    for (const attempt of refused) await expect(attempt).rejects.toMatchObject({ code: 'notFound', details: {} })
    const taken = hub.run(addMilestone, our.officerId, { ...key, name: 'New', dueOn: '2026-03-31' })
    await expect(taken).rejects.toMatchObject({ details: { reason: 'idTaken' } })
  })
})
