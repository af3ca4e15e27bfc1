import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../core/decide.ts'
import type { Envelope } from '../events/envelope.ts'
import { addDays, daysBetween } from '../core/days.ts'
import { sixStages } from './six-stages.ts'
import { placeStages, shiftDates, spanOf } from './stage-dates.ts'
import {
  stageBringToGate,
  stageChangeDates,
  stageChangeLead,
  stageComplete,
  stageOpenToMunicipalities,
  stagePlan,
  stageReopen,
  stageStart,
} from './stages.decide.ts'
import { stageAdded, stageCompleted, stageOpened, stageReopened, stageStarted } from './stages.events.ts'
import { stagesPart } from './stages.fold.ts'
import { can } from './stages.policy.ts'
import { isLate, type StageState } from './stages.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const coordinator: Actor = { personId: id(1), role: 'coordinator' }
const editor: Actor = { personId: id(2), role: 'editor' }
const as = (actor: Actor) => ({ actor, now: '2026-11-23T08:00:00.000Z', ids: () => id(99) })
const input = { spaceId: id(3), stageId: id(4) }
const stage = (state: StageState) => ({
  stage: { state, startsOn: '2026-01-01', endsOn: '2026-02-01', leadOrganizationId: null, openedAt: null },
})
const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type)

describe('the dates of stages', () => {
  it('shifts everything by the same number of days, so that today lies in the first half of the last stage', () => {
    const shifted = shiftDates(sixStages, '2026-11-23')
    const days = daysBetween(sixStages[0]!.startsOn, shifted[0]!.startsOn)
    for (const [index, { startsOn, endsOn }] of shifted.entries()) {
      expect(startsOn).toBe(addDays(sixStages[index]!.startsOn, days))
      expect(endsOn).toBe(addDays(sixStages[index]!.endsOn, days))
    }
    const last = shifted.at(-1)!
    expect(last.startsOn < '2026-11-23').toBe(true)
    expect(daysBetween(last.startsOn, '2026-11-23')).toBeLessThan(daysBetween(last.startsOn, last.endsOn) / 2)
    expect(shifted[0]!.endsOn < '2026-11-23').toBe(true)
  })

  it('lays the template into any period: it fills it in the same order, and its own period leaves it as it is', () => {
    const span = spanOf(sixStages)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 30, max: 2_000 }), (start, days) => {
        const startsOn = addDays('1990-01-01', start)
        const period = { startsOn, endsOn: addDays(startsOn, days) }
        const placed = placeStages(period)
        expect(spanOf(placed)).toEqual(period)
        expect(placed.map((one) => one.startsOn)).toEqual(placed.map((one) => one.startsOn).toSorted())
        expect(placed.every((one) => one.startsOn <= one.endsOn)).toBe(true)
      }),
    )
    expect(placeStages(span)).toEqual(sixStages)
  })

  it('calls a stage late that has ended on paper only', () => {
    expect(isLate({ state: 'active', endsOn: '2026-01-01' }, '2026-01-02')).toBe(true)
    expect(isLate({ state: 'active', endsOn: '2026-01-01' }, '2026-01-01')).toBe(false)
    expect(isLate({ state: 'completed', endsOn: '2026-01-01' }, '2026-01-02')).toBe(false)
  })
})

describe('stage decisions', () => {
  it('belong to the coordinator; to everybody else the stage is absent', () => {
    expect([can.run(coordinator), can.run(editor), can.run({ ...editor, system: true })]).toEqual([true, false, true])
    for (const command of [stageStart, stagePlan, stageBringToGate, stageComplete]) {
      expect(() => command.decide(stage('active'), input, as(editor))).toThrow(/notFound/)
      expect(() => command.decide({ stage: undefined }, input, as(coordinator))).toThrow(/notFound/)
    }
    expect(() => stageReopen.decide(stage('completed'), { ...input, reason: '' }, as(editor))).toThrow(/notFound/)
    expect(() => stageOpenToMunicipalities.decide(stage('active'), input, as(editor))).toThrow(/notFound/)
  })

  it.each([
    ['start', stageStart, { planned: 'stage.started', active: '', atGate: 'refused', completed: 'refused' }],
    ['plan', stagePlan, { planned: '', active: 'stage.planned', atGate: 'refused', completed: 'refused' }],
    [
      'bringToGate',
      stageBringToGate,
      { planned: 'refused', active: 'stage.broughtToGate', atGate: '', completed: 'refused' },
    ],
    [
      'complete',
      stageComplete,
      { planned: 'refused', active: 'stage.completed', atGate: 'stage.completed', completed: '' },
    ],
  ] as const)('%s leads from the states that allow it', (_name, command, expected) => {
    for (const [state, outcome] of Object.entries(expected) as [StageState, string][]) {
      const decide = () => command.decide(stage(state), input, as(coordinator))
      if (outcome === 'refused') expect(decide).toThrow(/stateChanged/)
      else expect(typesOf(decide()).join()).toBe(outcome)
    }
  })

  it('reopens what was completed or at its gate', () => {
    const reopen = (state: StageState) =>
      stageReopen.decide(stage(state), { ...input, reason: 'More cases' }, as(coordinator))
    expect(typesOf([...reopen('completed'), ...reopen('atGate'), ...reopen('active')])).toEqual([
      'stage.reopened',
      'stage.reopened',
    ])
    expect(() => reopen('planned')).toThrow(/stateChanged/)
  })

  it('refuses an end before the start, and a lead that is no partner', () => {
    const dates = (startsOn: string, endsOn: string) =>
      stageChangeDates.decide(stage('active'), { ...input, startsOn, endsOn }, as(coordinator))
    expect(() => dates('2026-02-01', '2026-01-01')).toThrow(/endBeforeStart/)
    expect(dates('2026-01-01', '2026-02-01')).toEqual([])
    expect(typesOf(dates('2026-01-01', '2026-03-01'))).toEqual(['stage.rescheduled'])
    const lead = (isPartner: boolean) =>
      stageChangeLead.decide({ ...stage('active'), isPartner }, { ...input, organizationId: id(5) }, as(coordinator))
    expect(() => lead(false)).toThrow(/notAPartner/)
    expect(typesOf(lead(true))).toEqual(['stage.leadChanged'])
    expect(
      stageChangeLead.decide(
        { ...stage('active'), isPartner: false },
        { ...input, organizationId: null },
        as(coordinator),
      ),
    ).toEqual([])
  })
})

describe('the fold of stages', () => {
  it('follows a stage from its plan to its reopening, and ignores stages that it does not hold', () => {
    const added = stageAdded.of({
      stageId: id(4),
      spaceId: id(5),
      key: 'practices',
      name: 'Gathering best practices',
      position: 1,
      startsOn: '2026-01-01',
      endsOn: '2026-02-01',
      originalStartsOn: null,
      originalEndsOn: null,
      deliverables: [],
      gate: [],
    })
    const stageId = id(4)
    const drafts = [added, stageStarted.of({ stageId }), stageOpened.of({ stageId }), stageCompleted.of({ stageId })]
    const fold = (events: readonly { type: string; payload: unknown }[]) =>
      events.reduce(
        (state, event) => stagesPart.fold(state, { ...event, at: '2026-11-23T08:00:00.000Z' } as Envelope),
        stagesPart.empty,
      )
    expect(fold(drafts)[stageId]).toMatchObject({
      state: 'completed',
      openedAt: '2026-11-23T08:00:00.000Z',
      completedAt: '2026-11-23T08:00:00.000Z',
    })
    expect(fold([...drafts, stageReopened.of({ stageId, reason: '' })])[stageId]).toMatchObject({
      state: 'active',
      completedAt: null,
    })
    expect(fold([stageStarted.of({ stageId: id(6) })])).toEqual({})
  })
})
