import { randomUUID } from 'node:crypto'
import { always } from '@kolo/domain/plans/conditions'
import type { PlanContent } from '@kolo/domain/plans/plans'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { takingPart, testProject, testSystem } from '../../testing/project.ts'
import { addPlan } from './commands/add-plan.ts'
import { editPlan, removePlan } from './commands/edit-plan.ts'

describe('plans on a real database', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  let systemId: string
  let content: PlanContent
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub)
    systemId = await testSystem(hub, 'GIS')
    const task = { title: 'Name a team', description: '', phase: 'prepare', offset: 3, office: 'approver' } as const
    content = {
      name: 'Towns',
      tasks: [{ id: randomUUID(), ...task, when: { ...always, minVoters: 5_000 } }],
      milestones: [{ id: randomUUID(), name: 'Contract signed', phase: 'procure', offset: 90 }],
      indicators: [],
      cycle: { rhythm: 'monthly', days: null, window: 10 },
    }
  })
  afterAll(() => hub.close())

  it('keeps snapshot and events equal for every command', async () => {
    const { commonsSpaceId: spaceId, coordinatorId } = project
    const planId = randomUUID()
    const synced = (work: () => Promise<unknown>) => expectSynced(hub, spaceId, work)
    const added = await synced(() => hub.run(addPlan, coordinatorId, { spaceId, planId, systemId, content }))
    expect(added).toMatchObject([{ type: 'plan.added', payload: { name: 'Towns' } }])
    const edit = (revision: number, changes: object) =>
      synced(() => hub.run(editPlan, coordinatorId, { spaceId, planId, revision, changes }))
    expect(await edit(1, { name: 'Small towns', cycle: null })).toHaveLength(1)
    // What isn't said of milestones leaves them.
    expect((await hub.snapshot(spaceId)).parts.plans[planId]?.milestones).toEqual(content.milestones)
    // What the database has sorted otherwise is no change.
    expect(await edit(2, { ...content, name: 'Small towns', cycle: null })).toEqual([])
    await expect(edit(1, { name: 'Other' })).rejects.toMatchObject({ details: { reason: 'stateChanged' } })
    expect((await hub.snapshot(spaceId)).parts.plans[planId]).toEqual({
      id: planId,
      systemId,
      ...content,
      name: 'Small towns',
      cycle: null,
      revision: 2,
    })
    const removed = await synced(() => hub.run(removePlan, coordinatorId, { spaceId, planId }))
    expect(removed).toMatchObject([{ type: 'plan.removed' }])
    // Taking it back brings the same plan.
    await synced(() => hub.run(addPlan, coordinatorId, { spaceId, planId, systemId, content }))
  })

  it('refuses others than the coordinator, other spaces, and what the catalogues don’t have', async () => {
    const { commonsSpaceId: spaceId, coordinatorId, coordinationSpaceId } = project
    const partner = await takingPart(hub, project.projectId, { kind: 'partner' })
    const add = (personId: string, given: object) =>
      hub.run(addPlan, personId, { spaceId, planId: randomUUID(), systemId, content, ...given })
    const indicators = [{ indicatorId: randomUUID(), when: always }]
    const refused = [
      add(partner.people[0]!, {}),
      add(coordinatorId, { spaceId: coordinationSpaceId }),
      add(coordinatorId, { systemId: randomUUID() }),
      add(coordinatorId, { content: { ...content, indicators } }),
    ]
    for (const attempt of refused) await expect(attempt).rejects.toMatchObject({ code: 'notFound' })
  })
})
