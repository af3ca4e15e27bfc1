import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, daysBetween, weekdayOf } from '../core/days.ts'
import type { Role } from '../core/roles.ts'
import { offices } from '../core/roles.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Envelope } from '../events/envelope.ts'
import { phases } from '../rollouts/rollouts.ts'
import { always, type Condition, omissionOf } from './conditions.ts'
import { layOut } from './lay-out.ts'
import { plansPart } from './plans.fold.ts'
import { can } from './plans.policy.ts'
import { planAdd, planEdit, planRemove } from './plans.decide.ts'
import { planAdded } from './plans.events.ts'
import { type Plan, planChangesSchema, type PlanContent, planContentSchema, type PlanTask } from './plans.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const as = (role: Role | undefined) => ({ actor: { personId: id(1), role }, now: '', ids: () => id(99) })

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
const bound = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null })
const country = fc.constantFrom('RS', 'ME', 'GE')
const condition: fc.Arbitrary<Condition> = fc.record({
  minVoters: bound(100),
  maxVoters: bound(100),
  minLevel: bound(5),
  maxLevel: bound(5),
  countries: fc.uniqueArray(country),
})
const municipality = fc.record({ country, registeredVoters: bound(100), developmentLevel: bound(5) })
const task: fc.Arbitrary<Omit<PlanTask, 'id'>> = fc.record({
  title: fc.constant('A task'),
  description: fc.constant(''),
  phase: fc.constantFrom(...phases),
  offset: fc.nat(300),
  office: fc.option(fc.constantFrom(...offices), { nil: null }),
  when: condition,
})
const plan: fc.Arbitrary<PlanContent> = fc.record({
  name: fc.constant('A plan'),
  tasks: fc.array(task, { maxLength: 12 }).map((tasks) => tasks.map((one, n) => ({ ...one, id: id(n) }))),
  milestones: fc
    .array(fc.record({ phase: fc.constantFrom(...phases), offset: fc.nat(300) }), { maxLength: 5 })
    .map((all) => all.map((one, n) => ({ id: id(700 + n), name: `Milestone ${n}`, ...one }))),
  indicators: fc
    .array(condition, { maxLength: 5 })
    .map((conditions) => conditions.map((when, n) => ({ indicatorId: id(500 + n), when }))),
  cycle: fc.constantFrom(null, { rhythm: 'monthly', days: null, window: 10 } as const),
})

describe('working days', () => {
  it('are counted one by one, and none is at a weekend', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (start, count) => {
        const reached = addWorkingDays(start, count)
        expect(weekdayOf(reached)).toBeLessThan(6)
        const next = addWorkingDays(start, count + 1)
        expect(daysBetween(reached, next)).toBe(weekdayOf(reached) === 5 ? 3 : 1)
      }),
    )
    expect(addWorkingDays('2026-12-05', 0)).toBe('2026-12-07')
    expect(addWorkingDays('2026-12-03', 0)).toBe('2026-12-03')
    expect(addWorkingDays('2026-12-03', 2)).toBe('2026-12-07')
    expect(addWorkingDays('2026-12-01', 10)).toBe('2026-12-15')
  })
})

describe('a plan laid out', () => {
  it('gives each thing or says why not, and each once', () => {
    fc.assert(
      fc.property(plan, municipality, day, (content, town, startsOn) => {
        const laid = layOut(content, town, startsOn)
        const given = [...laid.tasks.map((one) => one.id), ...laid.indicatorIds]
        const left = laid.omissions.map((one) => one.id)
        const all = [...content.tasks.map((one) => one.id), ...content.indicators.map((one) => one.indicatorId)]
        expect([...given, ...left].toSorted()).toEqual(all.toSorted())
        for (const { id: taskId, dueOn } of laid.tasks) {
          const { offset } = content.tasks.find((one) => one.id === taskId)!
          expect(dueOn).toBe(addWorkingDays(startsOn, offset))
          expect(dueOn >= startsOn).toBe(true)
        }
      }),
    )
  })

  it('keeps the order of the phases, and within one that of the plan', () => {
    fc.assert(
      fc.property(plan, day, (content, startsOn) => {
        const tasks = content.tasks.map((one) => ({ ...one, when: always }))
        const town = { country: 'RS', registeredVoters: 1, developmentLevel: 1 }
        const laid = layOut({ ...content, tasks }, town, startsOn).tasks
        const places = laid.map(({ phase, id: taskId }) => [phases.indexOf(phase), taskId] as const)
        for (const [index, [phase, taskId]] of places.entries()) {
          const [before, idBefore] = places[index - 1] ?? [-1, '']
          expect(before < phase || (before === phase && idBefore < taskId)).toBe(true)
        }
      }),
    )
  })

  it('gives every milestone to everybody, each on its working day, in the order of days', () => {
    fc.assert(
      fc.property(plan, municipality, day, (content, town, startsOn) => {
        const { milestones } = layOut(content, town, startsOn)
        expect(milestones.map((one) => one.id).toSorted()).toEqual(content.milestones.map((one) => one.id))
        for (const { id: milestoneId, dueOn } of milestones) {
          const { offset } = content.milestones.find((one) => one.id === milestoneId)!
          expect(dueOn).toBe(addWorkingDays(startsOn, offset))
        }
        expect(milestones.map(({ dueOn }) => dueOn)).toEqual(milestones.map(({ dueOn }) => dueOn).toSorted())
      }),
    )
  })

  it('reports from the day on which the rollout starts', () => {
    const content = {
      tasks: [],
      milestones: [],
      indicators: [],
      cycle: { rhythm: 'custom', days: 14, window: 3 } as const,
    }
    const town = { country: 'RS', registeredVoters: 1, developmentLevel: 1 }
    expect(layOut(content, town, '2026-12-05').cycle).toEqual({
      rhythm: 'custom',
      days: 14,
      window: 3,
      startsOn: '2026-12-05',
      endsOn: null,
    })
  })
})

describe('a condition', () => {
  const town = { country: 'RS', registeredVoters: 30_000, developmentLevel: 2 }
  const omission = (given: Partial<Condition>, of: Partial<typeof town> | object = {}) =>
    omissionOf({ ...always, ...given }, { ...town, ...of })

  it('bounds size, development and country, each bound included', () => {
    expect(omission({ minVoters: 30_000, maxVoters: 30_000, minLevel: 2, maxLevel: 2, countries: ['RS'] })).toBeNull()
    expect(omission({ minVoters: 30_001 })).toBe('tooSmall')
    expect(omission({ maxVoters: 29_999 })).toBe('tooLarge')
    expect(omission({ minLevel: 3 })).toBe('otherLevel')
    expect(omission({ maxLevel: 1 })).toBe('otherLevel')
    expect(omission({ countries: ['ME', 'GE'] })).toBe('otherCountry')
  })

  it('leaves in what it knows nothing of', () => {
    expect(omission({ minVoters: 1, maxVoters: 2 }, { registeredVoters: null })).toBeNull()
    expect(omission({ minLevel: 5, maxLevel: 5 }, { developmentLevel: null })).toBeNull()
  })
})

const content: PlanContent = {
  name: 'Small towns',
  tasks: [
    {
      id: id(10),
      title: 'Name a team',
      description: '',
      phase: 'prepare',
      offset: 0,
      office: 'approver',
      when: always,
    },
  ],
  milestones: [{ id: id(30), name: 'Contract signed', phase: 'procure', offset: 90 }],
  indicators: [{ indicatorId: id(20), when: always }],
  cycle: null,
}
const input = { spaceId: id(2), planId: id(3), systemId: id(4), content }
const addition = { isCommons: true, idTaken: false, hasSystem: true, knownIndicatorIds: [id(20)] }
const kept: Plan = { id: id(3), systemId: id(4), revision: 1, ...content }
const edit = (given: object, state: object = {}, role: Role = 'coordinator') =>
  planEdit.decide(
    { plan: kept, knownIndicatorIds: [id(20)], ...state },
    { spaceId: id(2), planId: id(3), revision: 1, changes: {}, ...given },
    as(role),
  )

describe('keeping plans', () => {
  it('is the coordinator’s', () => {
    expect(can.keep(as(undefined).actor)).toBe(false)
    expect(planAdd.decide(addition, input, as('coordinator'))).toHaveLength(1)
    for (const role of ['editor', 'reader', 'approver', 'administrator'] as const) {
      expect(() => planAdd.decide(addition, input, as(role))).toThrow(/notFound/)
      expect(() => edit({ changes: { name: 'Other' } }, {}, role)).toThrow(/notFound/)
      expect(() => planRemove.decide({ plan: kept }, { spaceId: id(2), planId: id(3) }, as(role))).toThrow(/notFound/)
    }
  })

  it('refuses other spaces, unknown systems and indicators, and one thing twice', () => {
    const add = (state: object, given = content) =>
      planAdd.decide({ ...addition, ...state }, { ...input, content: given }, as('coordinator'))
    expect(() => add({ isCommons: false })).toThrow(/notFound/)
    expect(() => add({ hasSystem: false })).toThrow(/notFound/)
    expect(() => add({ knownIndicatorIds: [] })).toThrow(/notFound/)
    expect(() => add({ idTaken: true })).toThrow(/idTaken/)
    expect(() => add({}, { ...content, tasks: [...content.tasks, ...content.tasks] })).toThrow(/twiceInPlan/)
    const [milestone] = content.milestones
    expect(() => edit({ changes: { milestones: [milestone!, milestone!] } })).toThrow(/twiceInPlan/)
    expect(() => edit({ changes: { indicators: [{ indicatorId: id(21), when: always }] } })).toThrow(/notFound/)
    expect(() => edit({}, { plan: undefined })).toThrow(/notFound/)
  })

  it('tells what changed, and who rests on a plan that has passed', () => {
    expect(edit({ changes: { ...content } })).toEqual([])
    expect(edit({ changes: { ...content, name: 'Towns' } })).toMatchObject([
      { type: 'plan.edited', payload: { changes: { name: 'Towns' } } },
    ])
    expect(() => edit({ revision: 2, changes: { name: 'Towns' } })).toThrow(/stateChanged/)
  })

  it('folds into the plan as it stands', () => {
    const fold = (drafts: readonly EventDraft[], state = plansPart.empty) =>
      drafts.reduce((folded, draft) => plansPart.fold(folded, draft as unknown as Envelope), state)
    const added = fold(planAdd.decide(addition, input, as('coordinator')))
    expect(added).toEqual({ [id(3)]: kept })
    const edited = fold(edit({ changes: { tasks: [] } }), added)
    expect(edited[id(3)]).toEqual({ ...kept, tasks: [], revision: 2 })
    // What isn't said of milestones leaves them; written before there were any, a plan has none.
    expect(planChangesSchema.parse({ name: 'Towns' })).toEqual({ name: 'Towns' })
    const { milestones: _none, ...older } = content
    const written = planAdded.of({ planId: id(3), systemId: id(4), ...older })
    expect(fold([written])[id(3)]?.milestones).toEqual([])
    expect(planContentSchema.parse(older).milestones).toEqual([])
    const removal = planRemove.decide({ plan: kept }, { spaceId: id(2), planId: id(3) }, as('coordinator'))
    expect(fold(removal, edited)).toEqual({})
  })
})
