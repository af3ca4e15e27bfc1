import { describe, expect, it } from 'vitest'
import { derivedIds } from '../core/ids.ts'
import type { Role } from '../core/roles.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Envelope } from '../events/envelope.ts'
import type { Indicator } from '../indicators/indicators.ts'
import { reportSaveDraft, reportSubmit } from './drafts.decide.ts'
import { lastValuesOf } from './last-values.ts'
import { type DraftContent, emptyContent, type FieldChange, indicatorField } from './report-content.ts'
import { cameInTime, draftStateOn, isOverdue, stateOn } from './report-state.ts'
import { reportAccept, reportOpen, reportReturn } from './reports.decide.ts'
import { draftsPart, reportsPart } from './reports.fold.ts'
import type { Draft } from './reports.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [rolloutSpaceId, municipalitySpaceId, reportId, rolloutId, indicatorId] = [
  id(10),
  id(11),
  id(12),
  id(13),
  id(14),
] as const
const as = (role: Role | undefined, person = 1, command = 500) => ({
  actor: { personId: id(person), role },
  now: '2026-11-02T08:00:00.000Z',
  ids: derivedIds(id(command)),
})
const indicator: Indicator = {
  id: indicatorId,
  key: 'reports-closed',
  name: 'Closed',
  unit: '%',
  kind: 'ratio',
  direction: 'up',
  rollup: 'ratio',
  reference: '',
}

const opening = {
  spaceId: rolloutSpaceId,
  reportId,
  rolloutId,
  periodStart: '2026-10-01',
  periodEnd: '2026-10-31',
  dueOn: '2026-11-10',
}
const openState = {
  rollout: { id: rolloutId, title: 'System · Inđija', municipalitySpaceId },
  idTaken: false,
  periods: [],
  indicators: [indicator],
}
const open = (state: object = {}, input: object = {}, role: Role | undefined = 'coordinator') =>
  reportOpen.decide({ ...openState, ...state }, { ...opening, ...input }, as(role))

/** Both spaces of a report, as their replicas hold them. */
function bothSpaces() {
  let [reports, drafts] = [reportsPart.empty, draftsPart.empty]
  return {
    take(events: readonly EventDraft[], spaceOfUnaddressed: string, actorId = id(1)) {
      for (const event of events) {
        const envelope = {
          ...event,
          spaceId: event.spaceId ?? spaceOfUnaddressed,
          actorId,
          at: '2026-11-02T08:00:00.000Z',
        } as unknown as Envelope
        if (envelope.spaceId === rolloutSpaceId) reports = reportsPart.fold(reports, envelope)
        if (envelope.spaceId === municipalitySpaceId) drafts = draftsPart.fold(drafts, envelope)
      }
    },
    report: () => reports[reportId]!,
    draft: () => drafts[reportId]!,
  }
}

function opened() {
  const spaces = bothSpaces()
  spaces.take(open(), rolloutSpaceId)
  return spaces
}

const save = (draft: Draft, changes: FieldChange[], command = 501, role: Role | undefined = 'reporter') =>
  reportSaveDraft.decide({ draft }, { spaceId: municipalitySpaceId, reportId, changes }, as(role, 1, command))

const full: FieldChange[] = [
  { field: 'health', value: 'atRisk', base: null },
  { field: 'progress', value: 40, base: null },
  { field: 'done', value: 'Forms are online.', base: null },
  { field: 'indicator', indicatorId, value: { numerator: 169, denominator: 202 }, base: null },
]

const submit = (draft: Draft, submissionId = id(20), state: object = {}, role: Role | undefined = 'reporter') =>
  reportSubmit.decide(
    { draft, inRollout: true, idTaken: false, lastNumber: 0, sha256: () => 'a'.repeat(64), ...state },
    { spaceId: municipalitySpaceId, reportId, submissionId },
    as(role),
  )

function submitted() {
  const spaces = opened()
  spaces.take(save(spaces.draft(), full), municipalitySpaceId)
  spaces.take(submit(spaces.draft()), municipalitySpaceId)
  return spaces
}

const review = (spaces: ReturnType<typeof bothSpaces>) => ({
  report: { ...spaces.report(), last: spaces.report().submissions.at(-1) },
  ofMunicipality: false,
})
const onSubmission = { spaceId: rolloutSpaceId, reportId, submissionId: id(20) }

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

describe('report.saveDraft', () => {
  it('keeps two people on different fields apart, and refuses to overwrite what one has not seen', () => {
    const spaces = opened()
    const seen = spaces.draft()
    spaces.take(save(seen, [{ field: 'done', value: 'Mine', base: null }], 501), municipalitySpaceId)
    spaces.take(save(spaces.draft(), [{ field: 'nextSteps', value: 'Theirs', base: null }], 502), municipalitySpaceId)
    expect(spaces.draft().content).toMatchObject({ done: 'Mine', nextSteps: 'Theirs' })
    expect(() => save(spaces.draft(), [{ field: 'done', value: 'Blind', base: null }], 503)).toThrow(
      /done.*fieldChanged/,
    )
    const base = spaces.draft().revisions.done ?? null
    spaces.take(save(spaces.draft(), [{ field: 'done', value: 'Seen', base }], 504), municipalitySpaceId)
    expect(spaces.draft().content.done).toBe('Seen')
  })

  it('refuses a saving that was built on a refused one', () => {
    const spaces = opened()
    const [mine] = save(spaces.draft(), [{ field: 'done', value: 'Mine, refused', base: null }], 505)
    const foreseen = draftsPart.fold({ [reportId]: spaces.draft() }, {
      ...mine,
      spaceId: municipalitySpaceId,
    } as unknown as Envelope)
    spaces.take(save(spaces.draft(), [{ field: 'done', value: 'Theirs', base: null }], 506), municipalitySpaceId)
    const onMine: FieldChange = {
      field: 'done',
      value: 'Mine, again',
      base: foreseen[reportId]!.revisions.done ?? null,
    }
    expect(() => save(spaces.draft(), [onMine], 507)).toThrow(/fieldChanged/)
  })

  it('says nothing where nothing changes', () => {
    const { draft } = opened()
    expect(save(draft(), [{ field: 'done', value: '', base: null }])).toEqual([])
    expect(
      save(draft(), [{ field: 'indicator', indicatorId, value: { numerator: null, denominator: null }, base: null }]),
    ).toEqual([])
  })

  it('is for focal point, IT officer and approver; takes only what is asked for, while the draft is open', () => {
    const { draft } = opened()
    for (const role of ['reader', 'coordinator', 'editor', undefined] as const) {
      expect(() =>
        reportSaveDraft.decide({ draft: draft() }, { spaceId: municipalitySpaceId, reportId, changes: full }, as(role)),
      ).toThrow(/notFound/)
    }
    expect(save(draft(), full, 501, 'approver')).toHaveLength(1)
    const wrongShape: FieldChange = { field: 'indicator', indicatorId, value: { value: 3 }, base: null }
    const notAsked: FieldChange = { field: 'indicator', indicatorId: id(99), value: { value: 3 }, base: null }
    for (const change of [wrongShape, notAsked]) expect(() => save(draft(), [change])).toThrow(/unknownField/)
    expect(() => save(draft(), [full[2]!, full[2]!])).toThrow(/unknownField/)
    expect(() => save(submitted().draft(), [{ field: 'done', value: 'Late', base: null }])).toThrow(/reportSubmitted/)
  })
})

describe('report.submit', () => {
  it('copies what was written into the rollout; the draft stays behind', () => {
    const spaces = submitted()
    expect(spaces.draft().state).toBe('submitted')
    expect(spaces.report()).toMatchObject({
      state: 'submitted',
      submissions: [
        {
          id: id(20),
          number: 1,
          submittedBy: id(1),
          content: { health: 'atRisk', values: { [indicatorId]: { numerator: 169, denominator: 202 } } },
        },
      ],
    })
  })

  it('asks for health, progress and what was done, and for no half values', () => {
    const content = (change: Partial<DraftContent>): Draft => ({
      ...submitted().draft(),
      state: 'inProgress',
      content: { ...submitted().draft().content, ...change },
    })
    expect(() => submit(opened().draft())).toThrow(/health.*fieldMissing/)
    expect(() => submit(content({ progress: null }))).toThrow(/progress.*fieldMissing/)
    expect(() => submit(content({ done: ' \n' }))).toThrow(/done.*fieldMissing/)
    expect(() => submit(content({ values: { [indicatorId]: { numerator: 3, denominator: null } } }))).toThrow(
      /indicator:/,
    )
    expect(submit(content({ values: {} }))).toMatchObject([{ payload: { content: { values: {} } } }, {}])
    expect(submit(content({ values: { [indicatorId]: { numerator: null, denominator: null } } }))).toMatchObject([
      { payload: { content: { values: {} } } },
      {},
    ])
  })

  it('hands in "nothing to report" and nothing else', () => {
    const draft: Draft = {
      ...opened().draft(),
      content: { ...emptyContent, nothingToReport: true, done: 'half a word' },
    }
    expect(submit(draft)).toMatchObject([
      { payload: { content: { ...emptyContent, nothingToReport: true } } },
      { spaceId: rolloutSpaceId },
    ])
  })

  it('is for those who write, in both spaces, once', () => {
    const draft = { ...submitted().draft(), state: 'inProgress' as const }
    for (const role of ['reader', 'coordinator'] as const)
      expect(() => submit(draft, id(20), {}, role)).toThrow(/notFound/)
    expect(() => submit(draft, id(20), { inRollout: false })).toThrow(/notFound/)
    expect(() => submit(draft, id(20), { idTaken: true })).toThrow(/idTaken/)
    expect(() => submit(submitted().draft())).toThrow(/reportSubmitted/)
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
