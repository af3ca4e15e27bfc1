import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../core/roles.ts'
import { lastValuesOf } from './last-values.ts'
import { emptyContent, indicatorField } from './report-content.ts'
import { cameInTime, draftStateOn, isOverdue, stateOn } from './report-state.ts'
import { reportAccept, reportReturn } from './reports.decide.ts'
import { can } from './reports.policy.ts'
import {
  as,
  type bothSpaces,
  id,
  indicator,
  indicatorId,
  municipalitySpaceId,
  onSubmission,
  open,
  opened,
  openState,
  review,
  rolloutSpaceId,
  save,
  submit,
  submitted,
} from './reports.fixture.ts'

describe('report.open', () => {
  it('gives the rollout a period and the municipality an empty draft', () => {
    const spaces = opened()
    expect(spaces.report()).toMatchObject({
      state: 'open',
      periodEnd: '2026-10-31',
      submissions: [],
      indicators: [indicator],
    })
    expect(spaces.draft()).toMatchObject({ state: 'untouched', content: emptyContent, revisions: {} })
  })

  it('refuses others than the coordinator, wrong days and periods that overlap', () => {
    for (const role of ['editor', 'reporter', 'reader', undefined] as const)
      expect(() => open({}, {}, role ?? 'owner')).toThrow(/notFound/)
    expect(() => open({ rollout: undefined })).toThrow(/notFound/)
    expect(() => open({ rollout: { ...openState.rollout, municipalitySpaceId: null } })).toThrow(/noMunicipalitySpace/)
    expect(() => open({ idTaken: true })).toThrow(/idTaken/)
    expect(() => open({}, { periodEnd: '2026-09-30' })).toThrow(/endBeforeStart/)
    expect(() => open({}, { dueOn: '2026-10-30' })).toThrow(/dueBeforeEnd/)
    expect(() => open({ periods: [{ periodStart: '2026-10-31', periodEnd: '2026-11-30' }] })).toThrow(/periodTaken/)
    expect(open({ periods: [{ periodStart: '2026-11-01', periodEnd: '2026-11-30' }] })).toHaveLength(2)
  })
})

describe('review', () => {
  const giveBack = (
    spaces: ReturnType<typeof bothSpaces>,
    comments: { field: 'done' | `indicator:${string}`; body: string }[],
  ) => reportReturn.decide(review(spaces), { ...onSubmission, comments }, as('coordinator', 2))

  it('returns with comments on fields, and reopens the draft', () => {
    const spaces = submitted()
    spaces.take(
      giveBack(spaces, [
        { field: 'done', body: 'Which forms?' },
        { field: `indicator:${indicatorId}`, body: 'Of which month?' },
      ]),
      rolloutSpaceId,
      id(2),
    )
    expect(spaces.report()).toMatchObject({
      state: 'returned',
      submissions: [{ returnedBy: id(2), comments: [{ field: 'done' }, { field: indicatorField(indicatorId) }] }],
    })
    expect(spaces.draft()).toMatchObject({ state: 'returned', content: { done: 'Forms are online.' } })
    spaces.take(
      save(spaces.draft(), [{ field: 'done', value: 'Two forms.', base: spaces.draft().revisions.done ?? null }], 508),
      municipalitySpaceId,
    )
    expect(spaces.draft().state).toBe('inProgress')
    expect(spaces.report().state).toBe('returned')
    spaces.take(submit(spaces.draft(), id(21), { lastNumber: 1 }), municipalitySpaceId)
    expect(spaces.report().submissions.map(({ number, content }) => [number, content.done])).toEqual([
      [1, 'Forms are online.'],
      [2, 'Two forms.'],
    ])
  })

  it('says why when it returns', () => {
    const spaces = submitted()
    expect(() => giveBack(spaces, [])).toThrow(/commentNeeded/)
    expect(() => giveBack(spaces, [{ field: 'done', body: ' ' }])).toThrow(/commentNeeded/)
    expect(() => giveBack(spaces, [{ field: `indicator:${id(99)}`, body: 'Why?' }])).toThrow(/unknownField/)
  })

  it('accepts what was read, once', () => {
    const spaces = submitted()
    expect(() =>
      reportAccept.decide(review(spaces), { ...onSubmission, submissionId: id(19) }, as('coordinator', 2)),
    ).toThrow(/stateChanged/)
    spaces.take(reportAccept.decide(review(spaces), onSubmission, as('coordinator', 2)), rolloutSpaceId, id(2))
    expect(spaces.report()).toMatchObject({ state: 'accepted', acceptedBy: id(2) })
    expect(spaces.draft().state).toBe('accepted')
    expect(() => reportAccept.decide(review(spaces), onSubmission, as('coordinator', 2))).toThrow(/stateChanged/)
  })

  it('D6: is never done by the one who handed in, nor by anybody of the municipality, nor by others than the coordinator', () => {
    const spaces = submitted()
    expect(() => reportAccept.decide(review(spaces), onSubmission, as('coordinator', 1))).toThrow(/ownReport/)
    expect(() =>
      reportAccept.decide({ ...review(spaces), ofMunicipality: true }, onSubmission, as('coordinator', 2)),
    ).toThrow(/ownReport/)
    for (const role of ['editor', 'reporter', 'approver', 'reader', undefined] as const) {
      expect(() => reportAccept.decide(review(spaces), onSubmission, as(role, 2))).toThrow(/notFound/)
    }
  })
})

describe('the policy', () => {
  it('keeps asking, writing and reviewing apart', () => {
    const holding = (role: Role, system = false) => ({ personId: id(1), role, system })
    const allowed = (may: (actor: ReturnType<typeof holding>) => boolean) => roles.filter((role) => may(holding(role)))
    expect(allowed(can.open)).toEqual(['coordinator'])
    expect(can.open(holding('administrator', true))).toBe(true)
    expect(allowed(can.draft)).toEqual(['approver', 'reporter'])
    expect(allowed(can.submit)).toEqual(['approver', 'reporter'])
    expect(allowed(can.review)).toEqual(['coordinator'])
    expect(can.review(holding('administrator', true))).toBe(false)
  })
})

describe('the day', () => {
  it('makes a report due after its period, overdue after its last day', () => {
    const report = { state: 'open' as const, periodEnd: '2026-10-31' }
    expect(stateOn(report, '2026-10-31')).toBe('notYetDue')
    expect(stateOn(report, '2026-11-01')).toBe('due')
    expect(stateOn({ ...report, state: 'returned' }, '2026-11-01')).toBe('returned')
    expect(draftStateOn({ state: 'inProgress', periodEnd: '2026-10-31' }, '2026-10-01')).toBe('inProgress')
    expect(draftStateOn({ state: 'untouched', periodEnd: '2026-10-31' }, '2026-11-01')).toBe('due')
    const times = { dueOn: '2026-11-10', firstSubmittedAt: null }
    expect([isOverdue(times, '2026-11-10'), isOverdue(times, '2026-11-11')]).toEqual([false, true])
    expect([cameInTime(times, '2026-11-10'), cameInTime(times, '2026-11-11')]).toEqual([null, false])
    const late = { ...times, firstSubmittedAt: '2026-11-11T00:00:00.000Z' }
    expect([isOverdue(late, '2026-12-01'), cameInTime(late, '2026-12-01')]).toEqual([false, false])
    expect(cameInTime({ ...times, firstSubmittedAt: '2026-11-10T23:59:59.000Z' }, '2026-12-01')).toBe(true)
  })
})

describe('last values', () => {
  it('come from the newest accepted report before the period that says any', () => {
    const spaces = submitted()
    spaces.take(reportAccept.decide(review(spaces), onSubmission, as('coordinator', 2)), rolloutSpaceId, id(2))
    const accepted = spaces.report()
    expect(lastValuesOf([accepted], '2026-11-01')).toEqual({
      [indicatorId]: { value: { numerator: 169, denominator: 202 }, periodEnd: '2026-10-31' },
    })
    expect(lastValuesOf([accepted], '2026-10-01')).toEqual({})
    expect(lastValuesOf([{ ...accepted, state: 'submitted' }], '2026-11-01')).toEqual({})
    const silent = {
      ...accepted,
      periodEnd: '2026-11-30',
      submissions: [{ ...accepted.submissions[0]!, content: { ...accepted.submissions[0]!.content, values: {} } }],
    }
    expect(lastValuesOf([silent, accepted], '2026-12-01')).toHaveProperty(indicatorId)
  })
})
