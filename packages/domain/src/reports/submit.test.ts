import { describe, expect, it } from 'vitest'
import type { Role } from '../core/roles.ts'
import { approvalEnds } from './approval.ts'
import { reportDeclineApproval } from './decline.decide.ts'
import type { FieldChange } from './report-content.ts'
import {
  as,
  bothSpaces,
  full,
  id,
  municipalitySpaceId,
  open,
  openState,
  reportId,
  rolloutSpaceId,
  save,
  submit,
} from './reports.fixture.ts'
import { declineApprovalInput } from './reports.ts'
import { reportApprove, reportAskApproval } from './submit.decide.ts'

const sha256 = 'b'.repeat(64)
const around = {
  inRollout: true,
  facts: [],
  earlier: {},
  sources: {},
  files: [],
  sha256: () => sha256,
  hasApprover: true,
  isReached: () => true,
}
const before = { idTaken: false, lastNumber: 0, lastHelp: '', hasFiles: true }
const inTown = { spaceId: municipalitySpaceId, reportId }

/** A report that its project wants to be approved, as it is written. */
function written() {
  const spaces = bothSpaces()
  spaces.take(open({ rollout: { ...openState.rollout, asksApproval: true } }), rolloutSpaceId)
  spaces.take(save(spaces.draft(), full), municipalitySpaceId)
  return spaces
}
type Spaces = ReturnType<typeof written>
const ask = (spaces: Spaces, state: object = {}, role: Role | undefined = 'reporter') =>
  reportAskApproval.decide({ draft: spaces.draft(), ...around, ...state }, inTown, as(role))
const approve = (spaces: Spaces, input: object = {}, role: Role | undefined = 'approver', state: object = {}) =>
  reportApprove.decide(
    { draft: spaces.draft(), inRollout: true, ...before, ...state },
    { ...inTown, submissionId: id(20), sha256, ...input },
    as(role, 2),
  )
function asked(): Spaces {
  const spaces = written()
  spaces.take(ask(spaces), municipalitySpaceId)
  return spaces
}

describe('a report that needs approval', () => {
  it('is handed in by the approver alone', () => {
    const spaces = written()
    expect(spaces.draft().needsApproval).toBe(true)
    expect(() => submit(spaces.draft())).toThrow(/approvalNeeded/)
    const { revisions } = spaces.draft()
    expect(submit(spaces.draft(), id(20), {}, 'approver', { revisions })).toHaveLength(2)
    // Somebody has written in it since the approver read it.
    for (const seen of [undefined, {}, { ...revisions, done: id(77) }])
      expect(() => submit(spaces.draft(), id(20), {}, 'approver', { revisions: seen })).toThrow(/stateChanged/)
    spaces.take(open(), rolloutSpaceId)
    expect(spaces.draft().needsApproval).toBe(false)
    expect(() => ask(spaces)).toThrow(/notFound/)
  })

  it('is laid before the approver as it would be handed in, once for the same text, and only where somebody can sign', () => {
    const spaces = written()
    expect(ask(spaces)).toMatchObject([
      { type: 'report.approvalAsked', payload: { content: { progress: 40 }, sha256 } },
    ])
    expect(() => ask(spaces, { hasApprover: false })).toThrow(/noApprover/)
    expect(() => ask(spaces, { inRollout: false })).toThrow(/notFound/)
    for (const role of ['reader', 'coordinator', 'editor'] as const)
      expect(() => ask(spaces, {}, role)).toThrow(/notFound/)
    const half = bothSpaces()
    half.take(open({ rollout: { ...openState.rollout, asksApproval: true } }), rolloutSpaceId)
    expect(() => ask(half)).toThrow(/fieldMissing/)
    const there = asked()
    expect(there.draft()).toMatchObject({ state: 'awaitingApproval', asked: { sha256, askedBy: id(1) } })
    expect(ask(there)).toEqual([])
    expect(ask(there, { isReached: () => false })).toHaveLength(1)
    expect(there.report().state).toBe('open')
  })

  it('leaves as the very text that was signed', () => {
    const spaces = asked()
    spaces.take(approve(spaces), municipalitySpaceId, id(2))
    expect(spaces.draft()).toMatchObject({ state: 'submitted', asked: null })
    expect(spaces.report()).toMatchObject({
      state: 'submitted',
      submissions: [{ id: id(20), submittedBy: id(2), sha256, content: { done: 'Forms are online.' } }],
    })
  })

  it('is signed by the approver, while the text is the one that was read', () => {
    const spaces = asked()
    for (const role of ['reporter', 'reader', 'coordinator'] as const)
      expect(() => approve(spaces, {}, role)).toThrow(/notFound/)
    expect(() => approve(spaces, { sha256: 'c'.repeat(64) })).toThrow(/stateChanged/)
    expect(() => approve(spaces, {}, 'approver', { idTaken: true })).toThrow(/idTaken/)
    expect(() => approve(spaces, {}, 'approver', { hasFiles: false })).toThrow(/stateChanged/)
    expect(() => approve(spaces, {}, 'approver', { inRollout: false })).toThrow(/notFound/)
    expect(() => approve(written())).toThrow(/stateChanged/)

    const other: FieldChange = { field: 'nextSteps', value: 'More.', base: null }
    spaces.take(save(spaces.draft(), [other], 502), municipalitySpaceId)
    expect(spaces.draft()).toMatchObject({ state: 'inProgress', asked: null })
    expect(() => approve(spaces)).toThrow(/stateChanged/)

    const signed = asked()
    signed.take(approve(signed), municipalitySpaceId, id(2))
    expect(() => approve(signed)).toThrow(/reportSubmitted/)
  })

  it('is sent back by the approver with a word, which stands until it is asked for or handed in again', () => {
    const decline = (spaces: Spaces, input: object = {}, role: Role | undefined = 'approver') =>
      reportDeclineApproval.decide(
        { draft: spaces.draft() },
        { ...inTown, sha256, word: ' Name the forms. ', ...input },
        as(role, 2),
      )
    const spaces = asked()
    for (const role of ['reporter', 'reader', 'coordinator'] as const)
      expect(() => decline(spaces, {}, role)).toThrow(/notFound/)
    expect(() => decline(spaces, { sha256: 'c'.repeat(64) })).toThrow(/stateChanged/)
    expect(() => decline(written())).toThrow(/stateChanged/)
    spaces.take(decline(spaces), municipalitySpaceId, id(2))
    const declined = { word: 'Name the forms.', declinedBy: id(2) }
    expect(spaces.draft()).toMatchObject({ state: 'inProgress', asked: null, declined })
    expect(spaces.report().state).toBe('open')
    expect(() => approve(spaces)).toThrow(/stateChanged/)
    const other: FieldChange = { field: 'nextSteps', value: 'More.', base: null }
    spaces.take(save(spaces.draft(), [other], 502), municipalitySpaceId)
    expect(spaces.draft().declined).toMatchObject(declined)
    spaces.take(ask(spaces), municipalitySpaceId)
    expect(spaces.draft()).toMatchObject({ state: 'awaitingApproval', declined: null })
    expect(declineApprovalInput.safeParse({ ...inTown, sha256, word: ' \n ' }).success).toBe(false)
  })

  it('waits until the window closes, or two weeks where that is near or past', () => {
    expect(approvalEnds({ dueOn: '2026-11-10' }, '2026-11-08T08:00:00.000Z')).toBe('2026-11-10T23:59:59.999Z')
    expect(approvalEnds({ dueOn: '2026-11-10' }, '2026-11-10T23:50:00.000Z')).toBe('2026-11-24T23:50:00.000Z')
    expect(approvalEnds({ dueOn: '2026-11-10' }, '2026-11-11T08:00:00.000Z')).toBe('2026-11-25T08:00:00.000Z')
  })
})
