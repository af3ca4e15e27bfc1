import { randomUUID } from 'node:crypto'
import { addWorkingDays } from '@kolo/domain/core/days'
import { byDueDay } from '@kolo/domain/milestones/milestones'
import { always } from '@kolo/domain/plans/conditions'
import type { PlanContent } from '@kolo/domain/plans/plans'
import { emptySpace, foldSpace } from '@kolo/domain/events/parts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { takingPart, testMunicipality, testProject, testSystem } from '../../testing/project.ts'
import { assignedTasks } from '../boards/boards.queries.ts'
import { fillSeat, vacateSeat } from '../organizations/commands/fill-seat.ts'
import { addPlan } from './commands/add-plan.ts'
import { createPlannedRollout } from './commands/create-rollout.ts'

const startsOn = '2026-12-05'
const task = (title: string, given: Partial<PlanContent['tasks'][number]> = {}) => ({
  id: randomUUID(),
  title,
  description: '',
  phase: 'prepare' as const,
  offset: 0,
  office: null,
  when: always,
  ...given,
})

describe('a rollout from a plan', () => {
  let hub: TestHub
  let project: Awaited<ReturnType<typeof testProject>>
  let partner: Awaited<ReturnType<typeof takingPart>>
  let systemId: string
  const planId = randomUUID()
  beforeAll(async () => {
    hub = await testHub()
    project = await testProject(hub)
    partner = await takingPart(hub, project.projectId, { kind: 'partner' })
    systemId = await testSystem(hub, 'Document management')
    const content: PlanContent = {
      name: 'Towns',
      tasks: [
        task('Train the clerks', { phase: 'pilot', offset: 40, office: 'itOfficer' }),
        task('Name a team', { office: 'focalPoint', description: 'Who decides, who does.', offset: 5 }),
        task('Visit the town', { office: 'partner' }),
        task('Only abroad', { when: { ...always, countries: ['GE'] } }),
      ],
      milestones: [
        { id: randomUUID(), name: 'Live for citizens', phase: 'live', offset: 60 },
        { id: randomUUID(), name: 'Staff trained', phase: 'pilot', offset: 40 },
      ],
      indicators: [],
      cycle: { rhythm: 'monthly', days: null, window: 10 },
    }
    const { commonsSpaceId: spaceId } = project
    await hub.run(addPlan, project.coordinatorId, { spaceId, planId, systemId, content })
  })
  afterAll(() => hub.close())

  const inputFor = (municipalityId: string) => ({
    spaceId: project.coordinationSpaceId,
    planId,
    revision: 1,
    rolloutId: randomUUID(),
    rolloutSpaceId: randomUUID(),
    municipalityId,
    newcomer: {
      organizationId: randomUUID(),
      spaceId: randomUUID(),
      participationId: randomUUID(),
      color: '#0f766e',
    },
    partnerOrganizationIds: [partner.organizationId],
    startsOn,
  })
  const shared = () => [
    project.coordinationSpaceId,
    project.commonsSpaceId,
    hub.networkSpaceId,
    ...project.stages.map((stage) => stage.space_id),
  ]
  const reconstructed = async (spaceId: string) => {
    const { parts } = await hub.snapshot(spaceId)
    const events = await hub.eventsAfter(spaceId, 0)
    expect(events.reduce((state, event) => foldSpace(state, event), emptySpace)).toEqual(parts)
    return parts
  }

  it('brings a municipality in that has no organization yet, and lays the plan out', async () => {
    const input = inputFor(await testMunicipality(hub, 'Ljig'))
    const events = await expectSynced(hub, shared(), () => hub.run(createPlannedRollout, project.coordinatorId, input))
    expect(events.map(({ type }) => type)).toEqual(['participation.added', 'organization.created'])
    const { rollout, board, milestones, cycle, space } = await reconstructed(input.rolloutSpaceId)
    await reconstructed(input.newcomer.spaceId)
    expect(rollout).toMatchObject({
      title: 'Document management · Ljig',
      organizationId: input.newcomer.organizationId,
      startsOn,
    })
    expect(cycle).toEqual({ rhythm: 'monthly', days: null, window: 10, startsOn, endsOn: null })
    const tasks = Object.values(board.tasks).toSorted((a, b) => (a.order < b.order ? -1 : 1))
    expect(tasks.map(({ title, dueOn, assigneeIds, office }) => [title, dueOn, assigneeIds, office])).toEqual([
      ['Name a team', addWorkingDays(startsOn, 5), [], 'focalPoint'],
      ['Visit the town', '2026-12-07', partner.people, 'partner'],
      ['Train the clerks', addWorkingDays(startsOn, 40), [], 'itOfficer'],
    ])
    const marks = Object.values(milestones).toSorted(byDueDay)
    expect(marks.map(({ name, dueOn, reachedOn }) => [name, dueOn, reachedOn])).toEqual([
      ['Staff trained', addWorkingDays(startsOn, 40), null],
      ['Live for citizens', addWorkingDays(startsOn, 60), null],
    ])
    expect(tasks[0]).toMatchObject({ description: 'Who decides, who does.', createdBy: project.coordinatorId })
    expect(new Set(tasks.map(({ columnId }) => board.columns[columnId]?.category))).toEqual(new Set(['todo']))
    const roles = space.members.map(({ personId, role }) => [personId, role])
    expect(roles.toSorted()).toEqual(
      [
        [project.coordinatorId, 'coordinator'],
        [partner.people[0], 'editor'],
      ].toSorted(),
    )
  })

  it('what falls to an office waits for whoever holds it', async () => {
    const input = inputFor(await testMunicipality(hub, 'Lučani'))
    await hub.run(createPlannedRollout, project.coordinatorId, input)
    const administrator = await hub.person('Administrator')
    await hub.db.updateTable('person').set({ administrator: true }).where('id', '=', administrator).execute()
    await hub.pool.query('insert into space_member select * from granted_member on conflict do nothing')
    const [first, second] = [await hub.person('First'), await hub.person('Second')]
    const waitingFor = async (personId: string) =>
      (await hub.ask(assignedTasks, personId, {})).map(({ title, spaceId }) => [title, spaceId])
    const { organizationId } = input.newcomer
    const seat = (personId: string) => ({
      spaceId: hub.networkSpaceId,
      organizationId,
      seat: 'focalPoint' as const,
      personId,
    })
    await hub.run(fillSeat, administrator, seat(first))
    expect(await waitingFor(first)).toEqual([['Name a team', input.rolloutSpaceId]])
    await hub.run(vacateSeat, administrator, seat(first))
    await hub.run(fillSeat, administrator, seat(second))
    expect(await waitingFor(first)).toEqual([])
    expect(await waitingFor(second)).toEqual([['Name a team', input.rolloutSpaceId]])
  })

  it('opens the project to the people of a municipality that is here already, and assigns them', async () => {
    const municipalityId = await testMunicipality(hub, 'Inđija')
    const elsewhere = await testProject(hub)
    const seats = ['focalPoint', 'itOfficer'] as const
    const town = await takingPart(hub, elsewhere.projectId, { kind: 'municipality', municipalityId, seats })
    const input = inputFor(municipalityId)
    const events = await expectSynced(hub, shared(), () => hub.run(createPlannedRollout, project.coordinatorId, input))
    expect(events.map(({ type }) => type).toSorted()).toEqual(['member.joined', 'member.joined', 'participation.added'])
    const { board } = await reconstructed(input.rolloutSpaceId)
    expect(Object.values(board.tasks).find(({ title }) => title === 'Train the clerks')).toMatchObject({
      assigneeIds: [town.people[1]],
    })
    const again = { ...inputFor(municipalityId), rolloutId: randomUUID(), rolloutSpaceId: randomUUID() }
    await expect(hub.run(createPlannedRollout, project.coordinatorId, again)).rejects.toMatchObject({
      details: { reason: 'rolloutExists' },
    })
  })

  it('refuses others, foreign projects, and a plan that was changed after it was seen; nothing is left of it', async () => {
    const input = inputFor(await testMunicipality(hub, 'Kula'))
    const foreign = await testProject(hub)
    const attempt = (personId: string, given: object) => hub.run(createPlannedRollout, personId, { ...input, ...given })
    const absent = [
      attempt(partner.people[0]!, {}),
      attempt(foreign.coordinatorId, {}),
      attempt(foreign.coordinatorId, { spaceId: foreign.coordinationSpaceId }),
      attempt(project.coordinatorId, { spaceId: project.commonsSpaceId }),
      attempt(project.coordinatorId, { municipalityId: randomUUID() }),
    ]
    for (const each of absent) await expect(each).rejects.toMatchObject({ code: 'notFound' })
    const outdated = attempt(project.coordinatorId, { revision: 2 })
    await expect(outdated).rejects.toMatchObject({ details: { reason: 'stateChanged' } })
    const unknown = attempt(project.coordinatorId, { partnerOrganizationIds: [randomUUID()] })
    await expect(unknown).rejects.toMatchObject({ details: { reason: 'notAPartner' } })
    const left = hub.db.selectFrom('organization').select('id').where('id', '=', input.newcomer.organizationId)
    expect(await left.execute()).toEqual([])
  })

  it('fifty at once are fifty rollouts', async () => {
    const towns = await Promise.all(Array.from({ length: 50 }, (_, index) => testMunicipality(hub, `Town ${index}`)))
    await Promise.all(towns.map((town) => hub.run(createPlannedRollout, project.coordinatorId, inputFor(town))))
    const rollouts = await hub.db
      .selectFrom('rollout')
      .select('id')
      .where('municipality_id', 'in', towns)
      .where('project_id', '=', project.projectId)
      .execute()
    expect(rollouts).toHaveLength(50)
    const { count } = await hub.db
      .selectFrom('milestone')
      .innerJoin('rollout', 'rollout.space_id', 'milestone.space_id')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('rollout.municipality_id', 'in', towns)
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(100)
  })
})
