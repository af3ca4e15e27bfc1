import { describe, expect, it } from 'vitest'
import type { Actor } from '../core/decide.ts'
import type { Envelope } from '../events/envelope.ts'
import {
  projectAppointCoordinator,
  projectCreate,
  projectDescribe,
  projectDismissCoordinator,
  stagesOfTemplate,
} from './projects.decide.ts'
import { coordinatorAppointed, coordinatorDismissed, projectCreated, projectDescribed } from './projects.events.ts'
import { projectPart } from './projects.fold.ts'
import { can } from './projects.policy.ts'
import { aboutSchema, createProjectInput } from './projects.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
let drawn = 100
const as = (actor: Actor) => ({ actor, now: '2026-11-23T08:00:00.000Z', ids: () => id((drawn += 1)) })
const administrator: Actor = { personId: id(1), role: 'administrator' }
const coordinator: Actor = { personId: id(2), role: 'coordinator' }

const input = createProjectInput.parse({
  spaceId: id(10),
  projectId: id(11),
  commonsSpaceId: id(12),
  coordinationSpaceId: id(13),
  slug: 'ict-toolkit',
  name: 'Local Government ICT Toolkit',
  shortName: 'ICT Toolkit',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  about: {},
  coordinatorId: id(2),
  template: 'six-stage',
})
const free = { idTaken: false, slugTaken: false, coordinator: { disabledAt: null } }

describe('project.create', () => {
  const create = (change: object = {}, actor = administrator) => {
    const context = as(actor)
    return projectCreate.decide({ ...free, stages: stagesOfTemplate(input, context.ids), ...change }, input, context)
  }

  it('puts the project, its coordinator and the six stages into the commons', () => {
    const events = create()
    expect(events.map(({ type }) => type)).toEqual([
      'project.created',
      'coordinator.appointed',
      ...Array<string>(6).fill('stage.added'),
    ])
    expect(new Set(events.map(({ spaceId }) => spaceId))).toEqual(new Set([id(12)]))
  })

  it('keeps the original dates of a shifted project', () => {
    const original = { startsOn: '2006-11-01', endsOn: '2007-08-31' }
    const [first] = stagesOfTemplate({ startsOn: '2026-01-01', endsOn: '2026-10-31', original }, as(administrator).ids)
    expect(first).toMatchObject({
      startsOn: '2026-01-01',
      originalStartsOn: '2006-11-01',
      originalEndsOn: '2006-12-15',
    })
  })

  it('is for administrators, once for a slug', () => {
    expect(() => create({}, coordinator)).toThrow(/notFound/)
    expect(() => create({ slugTaken: true })).toThrow(/slugTaken/)
    expect(() => create({ idTaken: true })).toThrow(/idTaken/)
    expect(() => create({ coordinator: undefined })).toThrow(/notFound/)
    expect(() => create({ coordinator: { disabledAt: '2026-01-01T00:00:00.000Z' } })).toThrow(/personDisabled/)
  })
})

describe('the coordinators of a project', () => {
  const project = { commonsSpaceId: id(12), coordinationSpaceId: id(13), coordinatorIds: [id(2)] }
  const state = { project, person: { disabledAt: null } }
  const request = (spaceId: string, personId: string) => ({ spaceId, projectId: id(11), personId })

  it('are chosen by administrators and by the coordinators of that very project', () => {
    expect([
      can.appoint(administrator, false),
      can.appoint(coordinator, true),
      can.appoint(coordinator, false),
    ]).toEqual([true, true, false])
    expect(projectAppointCoordinator.decide(state, request(id(13), id(3)), as(coordinator))).toHaveLength(1)
    expect(() => projectAppointCoordinator.decide(state, request(id(20), id(3)), as(coordinator))).toThrow(/notFound/)
    expect(projectAppointCoordinator.decide(state, request(id(10), id(2)), as(administrator))).toEqual([])
  })

  it('never leave the project without one', () => {
    expect(() => projectDismissCoordinator.decide(state, request(id(13), id(2)), as(coordinator))).toThrow(
      /lastCoordinator/,
    )
    const two = { ...state, project: { ...project, coordinatorIds: [id(2), id(3)] } }
    expect(projectDismissCoordinator.decide(two, request(id(13), id(2)), as(coordinator))).toHaveLength(1)
  })
})

describe('project.describe', () => {
  const project = {
    name: 'A',
    shortName: 'A',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    about: aboutSchema.parse({}),
  }
  const describeAs = (change: object, actor = coordinator) =>
    projectDescribe.decide({ project }, { spaceId: id(12), ...project, ...change }, as(actor))

  it('writes what differs, by the coordinator', () => {
    expect(describeAs({})).toEqual([])
    expect(describeAs({ name: 'B' })).toHaveLength(1)
    expect(() => describeAs({ endsOn: '2025-01-01' })).toThrow(/endBeforeStart/)
    expect(() => describeAs({ name: 'B' }, { personId: id(4), role: 'editor' })).toThrow(/notFound/)
    expect([can.describe(coordinator), can.create(coordinator)]).toEqual([true, false])
  })
})

describe('the fold of a project', () => {
  it('holds the facts and the coordinators in order', () => {
    const { projectId, slug, name, shortName, startsOn, endsOn, about } = input
    const created = {
      projectId,
      slug,
      name,
      shortName,
      startsOn,
      endsOn,
      about,
      originalStartsOn: null,
      originalEndsOn: null,
    }
    const events = [
      projectCreated.of(created),
      coordinatorAppointed.of({ projectId, personId: id(3) }),
      coordinatorAppointed.of({ projectId, personId: id(2) }),
      coordinatorDismissed.of({ projectId, personId: id(3) }),
      projectDescribed.of({ name: 'New', shortName, startsOn, endsOn, about }),
    ]
    const state = events.reduce(
      (part, event) => projectPart.fold(part, event as unknown as Envelope),
      projectPart.empty,
    )
    expect(state).toMatchObject({ id: projectId, slug, name: 'New', coordinatorIds: [id(2)] })
  })
})
