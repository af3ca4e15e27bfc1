import { derivedIds } from '../core/ids.ts'
import type { Role } from '../core/roles.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Envelope } from '../events/envelope.ts'
import type { Indicator } from '../indicators/indicators.ts'
import { reportSaveDraft } from './drafts.decide.ts'
import type { FieldChange } from './report-content.ts'
import { reportOpen } from './reports.decide.ts'
import { draftsPart, reportsPart } from './reports.fold.ts'
import { reportSubmit } from './submit.decide.ts'
import type { Draft } from './reports.ts'

export const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const [rolloutSpaceId, municipalitySpaceId, reportId, indicatorId] = [id(10), id(11), id(12), id(14)] as const
const rolloutId = id(13)
export const as = (role: Role | undefined, person = 1, command = 500) => ({
  actor: { personId: id(person), role },
  now: '2026-11-02T08:00:00.000Z',
  ids: derivedIds(id(command)),
})
export const indicator: Indicator = {
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
export const openState = {
  rollout: { id: rolloutId, title: 'System · Inđija', municipalitySpaceId, asksApproval: false },
  idTaken: false,
  periods: [],
  indicators: [indicator],
}
export const open = (state: object = {}, input: object = {}, role: Role | undefined = 'coordinator') =>
  reportOpen.decide({ ...openState, ...state }, { ...opening, ...input }, as(role))

/** Both spaces of a report, as their replicas hold them. */
export function bothSpaces() {
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

export function opened() {
  const spaces = bothSpaces()
  spaces.take(open(), rolloutSpaceId)
  return spaces
}

export const save = (draft: Draft, changes: FieldChange[], command = 501, role: Role | undefined = 'reporter') =>
  reportSaveDraft.decide({ draft }, { spaceId: municipalitySpaceId, reportId, changes }, as(role, 1, command))

export const full: FieldChange[] = [
  { field: 'health', value: 'atRisk', base: null },
  { field: 'progress', value: 40, base: null },
  { field: 'done', value: 'Forms are online.', base: null },
  { field: 'indicator', indicatorId, value: { numerator: 169, denominator: 202 }, base: null },
]

export const submit = (
  draft: Draft,
  submissionId = id(20),
  state: object = {},
  role: Role | undefined = 'reporter',
  input: object = {},
) =>
  reportSubmit.decide(
    {
      draft,
      inRollout: true,
      idTaken: false,
      lastNumber: 0,
      lastHelp: '',
      files: [],
      facts: [],
      earlier: {},
      sources: {},
      sha256: () => 'a'.repeat(64),
      ...state,
    },
    { spaceId: municipalitySpaceId, reportId, submissionId, ...input },
    as(role),
  )

export function submitted() {
  const spaces = opened()
  spaces.take(save(spaces.draft(), full), municipalitySpaceId)
  spaces.take(submit(spaces.draft()), municipalitySpaceId)
  return spaces
}

export const review = (spaces: ReturnType<typeof bothSpaces>) => ({
  report: { ...spaces.report(), last: spaces.report().submissions.at(-1) },
  ofMunicipality: false,
})
export const onSubmission = { spaceId: rolloutSpaceId, reportId, submissionId: id(20) }
