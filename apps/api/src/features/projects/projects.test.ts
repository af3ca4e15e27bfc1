import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { emptySpace, foldSpace } from '@kolo/domain/events/parts'
import { aboutSchema } from '@kolo/domain/projects/projects'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { grantMembers, takingPart, testProject, testRollout } from '../../testing/project.ts'
import { appointCoordinator, dismissCoordinator } from './commands/choose-coordinators.ts'
import { createProject } from './commands/create-project.ts'
import { describeProject } from './commands/describe-project.ts'
import { projectMap, projectMatrix } from './matrix.queries.ts'
import { projectNavigation } from './navigation.queries.ts'
import { projectOverview } from './overview.queries.ts'
import { administeredProjects, myProjects, participates, projectById } from './projects.queries.ts'

describe('projects on a real database', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub, 'ict-toolkit')
  })
  afterAll(() => hub.close())

  const foldedFromTheStart = async (spaceId: string) =>
    (await hub.eventsAfter(spaceId, 0)).reduce((state, event) => foldSpace(state, event), emptySpace)

  it('opens commons, coordination space and six stages, each space equal to the fold of its log', async () => {
    const spaces = await hub.db
      .selectFrom('space')
      .select(['id', 'kind'])
      .where('project_id', '=', project.projectId)
      .execute()
    expect(spaces.map(({ kind }) => kind).toSorted()).toEqual([
      'commons',
      'coordination',
      ...Array<string>(6).fill('stage'),
    ])
    for (const { id } of spaces) {
      const { parts } = await hub.snapshot(id)
      expect(await foldedFromTheStart(id)).toEqual(parts)
      expect(parts.space.members).toMatchObject([{ personId: project.coordinatorId, role: 'coordinator' }])
      expect(Object.keys(parts.board.columns)).toHaveLength(4)
    }
    const { parts } = await hub.snapshot(project.commonsSpaceId)
    expect(parts.project).toMatchObject({
      slug: 'ict-toolkit',
      originalStartsOn: '2006-11-01',
      coordinatorIds: [project.coordinatorId],
    })
    expect(Object.values(parts.stages).toSorted((a, b) => a.position - b.position)[0]).toMatchObject({
      key: 'research-design',
      state: 'planned',
      startsOn: '2026-05-01',
      originalEndsOn: '2006-12-15',
    })
  })

  it('keeps snapshot and events equal for every command', async () => {
    const { commonsSpaceId, coordinationSpaceId, projectId, coordinatorId } = project
    const spaces = [commonsSpaceId, coordinationSpaceId, ...project.stages.map((stage) => stage.space_id)]
    const next = {
      spaceId: commonsSpaceId,
      name: 'New name',
      shortName: 'New',
      startsOn: '2026-05-01',
      endsOn: '2027-03-31',
    }
    const about = aboutSchema.parse({
      themes: ['Governance'],
      objectives: [{ title: 'Practices', about: 'Gather them.' }],
    })
    const described = await expectSynced(hub, commonsSpaceId, () =>
      hub.run(describeProject, coordinatorId, { ...next, about }),
    )
    expect(described).toHaveLength(1)
    expect(
      await expectSynced(hub, commonsSpaceId, () => hub.run(describeProject, coordinatorId, { ...next, about })),
    ).toEqual([])
    const second = await hub.person('Second')
    const choice = { spaceId: coordinationSpaceId, projectId, personId: second }
    const joined = await expectSynced(hub, spaces, () => hub.run(appointCoordinator, coordinatorId, choice))
    expect(joined.filter(({ type }) => type === 'member.joined')).toHaveLength(8)
    await expectSynced(hub, spaces, () => hub.run(dismissCoordinator, second, { ...choice, personId: second }))
    const create = {
      ...project,
      projectId: randomUUID(),
      commonsSpaceId: randomUUID(),
      coordinationSpaceId: randomUUID(),
      slug: 'second',
    }
    const { stages: _stages, ...input } = create
    await expectSynced(hub, hub.networkSpaceId, () => hub.run(createProject, SYSTEM_ACTOR_ID, input))
  })

  it('refuses strangers, foreign coordinators and taken slugs', async () => {
    const { stages: _stages, ...input } = project
    const other = await testProject(hub)
    const fresh = { ...input, projectId: randomUUID(), commonsSpaceId: randomUUID(), coordinationSpaceId: randomUUID() }
    await expect(hub.run(createProject, SYSTEM_ACTOR_ID, fresh)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'slugTaken' },
    })
    await expect(hub.run(createProject, project.coordinatorId, { ...fresh, slug: 'mine' })).rejects.toMatchObject({
      code: 'notFound',
    })
    const takeover = { spaceId: other.coordinationSpaceId, projectId: project.projectId, personId: other.coordinatorId }
    await expect(hub.run(appointCoordinator, other.coordinatorId, takeover)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('what each person sees of a project', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  let rollout: Awaited<ReturnType<typeof testRollout>>
  let other: Awaited<ReturnType<typeof testRollout>>
  let partner: string
  let lead: string
  let observer: string
  let stranger: string
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub)
    const accompanying = await takingPart(hub, project.projectId, { kind: 'partner' })
    partner = accompanying.people[0]!
    lead = (await takingPart(hub, project.projectId, { kind: 'partner', role: 'lead' })).people[0]!
    observer = (await takingPart(hub, project.projectId, { kind: 'observer' })).people[0]!
    rollout = await testRollout(hub, project, [accompanying.organizationId])
    other = await testRollout(hub, project, [], 'Gori')
    const accepted = { health: 'atRisk' as const, progress: 40, health_at: '2026-11-01T00:00:00.000Z' }
    await hub.db.updateTable('rollout').set(accepted).where('id', '=', rollout.rolloutId).execute()
    stranger = (await testProject(hub)).coordinatorId
  })
  afterAll(() => hub.close())

  const cellsOf = async (personId: string) =>
    (await hub.ask(projectMatrix, personId, { projectId: project.projectId })).cells

  it('names the part that each has', async () => {
    const part = (personId: string) => participates(hub.kernel.reads, personId, project.projectId)
    expect(await part(project.coordinatorId)).toBe('coordinator')
    expect([await part(partner), await part(lead)]).toEqual(['partner', 'partner'])
    expect(await part(rollout.officerId)).toBe('municipality')
    expect(await part(observer)).toBe('observer')
    expect(await part(stranger)).toBeUndefined()
  })

  it('shows the matrix: everything, the accompanied, the own, accepted results', async () => {
    const ids = async (personId: string) => (await cellsOf(personId)).map(({ id }) => id).toSorted()
    expect(await ids(project.coordinatorId)).toEqual([rollout.rolloutId, other.rolloutId].toSorted())
    expect(await ids(partner)).toEqual([rollout.rolloutId])
    expect(await ids(lead)).toEqual([])
    expect(await ids(rollout.officerId)).toEqual([rollout.rolloutId])
    expect(await ids(other.officerId)).toEqual([other.rolloutId])
    const [result, ...more] = await cellsOf(observer)
    expect(more).toEqual([])
    expect(result).toMatchObject({
      health: 'atRisk',
      progress: 40,
      phase: null,
      spaceId: null,
      lastWordAt: '2026-11-01T00:00:00.000Z',
    })
    expect((await cellsOf(partner))[0]).toMatchObject({ phase: 'prepare', spaceId: rollout.rolloutSpaceId })
    const points = await hub.ask(projectMap, project.coordinatorId, { projectId: project.projectId })
    expect(new Map(points.map(({ health, rollouts }) => [health, rollouts]))).toEqual(
      new Map([
        ['atRisk', 1],
        [null, 1],
      ]),
    )
  })

  it('gives space ids to members only', async () => {
    const overviewFor = (personId: string) => hub.ask(projectOverview, personId, { slug: project.slug })
    const coordinator = await overviewFor(project.coordinatorId)
    expect(coordinator.stages.every((stage) => stage.spaceId !== null)).toBe(true)
    expect(coordinator.coordinationSpaceId).toBe(project.coordinationSpaceId)
    expect(coordinator.organizations).toHaveLength(5)
    const officer = await overviewFor(rollout.officerId)
    expect([officer.commonsSpaceId, officer.coordinationSpaceId]).toEqual([project.commonsSpaceId, null])
    expect(officer.stages.every((stage) => stage.spaceId === null)).toBe(true)
    const seen = await overviewFor(observer)
    expect([seen.part, seen.commonsSpaceId, seen.stages.length]).toEqual(['observer', null, 6])
    const menu = await hub.ask(projectNavigation, rollout.officerId, { projectId: project.projectId })
    expect(menu.stages.map(({ locked }) => locked)).toEqual(Array(6).fill('notOpened'))
    expect(menu.rollouts).toMatchObject([{ id: rollout.rolloutId, spaceId: rollout.rolloutSpaceId }])
    expect((await hub.ask(projectNavigation, partner, { projectId: project.projectId })).stages[0]).toMatchObject({
      locked: null,
    })
  })

  it('tells what is late, in spaces that the person is in', async () => {
    const [stage] = project.stages
    await hub.db.updateTable('stage').set({ ends_on: '2026-06-01' }).where('id', '=', stage!.id).execute()
    const column = await hub.db
      .selectFrom('board_column')
      .select('id')
      .where('space_id', '=', rollout.rolloutSpaceId)
      .executeTakeFirstOrThrow()
    const facts = {
      space_id: rollout.rolloutSpaceId,
      column_id: column.id,
      order: 'a0',
      title: 'Late',
      due_on: '2026-01-01',
    }
    const task = {
      ...facts,
      id: randomUUID(),
      created_by: partner,
      created_at: '2025-12-01T00:00:00.000Z',
      done_at: null,
      assignee_ids: [partner],
    }
    await hub.db.insertInto('task').values(task).execute()
    const late = async (personId: string) => (await hub.ask(projectOverview, personId, { slug: project.slug })).late
    expect((await late(partner)).tasks).toMatchObject([
      { spaceId: rollout.rolloutSpaceId, count: 1, assigneeIds: [partner] },
    ])
    expect((await late(partner)).stageIds).toContain(stage!.id)
    expect((await late(observer)).tasks).toEqual([])
    expect((await late(other.officerId)).tasks).toEqual([])
  })

  it('answers strangers as if there were nothing', async () => {
    const { projectId, slug } = project
    const absent = { code: 'notFound', details: {} }
    for (const personId of [stranger, await hub.person()]) {
      await expect(hub.ask(projectOverview, personId, { slug })).rejects.toMatchObject(absent)
      await expect(hub.ask(projectMatrix, personId, { projectId })).rejects.toMatchObject(absent)
      await expect(hub.ask(projectMap, personId, { projectId })).rejects.toMatchObject(absent)
      await expect(hub.ask(projectNavigation, personId, { projectId })).rejects.toMatchObject(absent)
      await expect(hub.ask(projectById, personId, { projectId })).rejects.toMatchObject(absent)
      await expect(hub.ask(administeredProjects, personId, {})).rejects.toMatchObject(absent)
    }
    expect(await hub.ask(projectById, observer, { projectId })).toMatchObject({ slug })
  })

  it('lists the projects of a person once, and all of them to administrators', async () => {
    expect(await hub.ask(myProjects, partner, {})).toMatchObject([
      { id: project.projectId, part: 'partner', commonsSpaceId: project.commonsSpaceId },
    ])
    expect(await hub.ask(myProjects, observer, {})).toMatchObject([{ part: 'observer', commonsSpaceId: null }])
    expect(await hub.ask(myProjects, await hub.person(), {})).toEqual([])
    const administrator = await hub.person('Administrator')
    await hub.db.updateTable('person').set({ administrator: true }).where('id', '=', administrator).execute()
    await grantMembers(hub)
    expect(await hub.ask(administeredProjects, administrator, {})).toHaveLength(2)
    expect(await hub.ask(myProjects, administrator, {})).toEqual([])
  })
})
