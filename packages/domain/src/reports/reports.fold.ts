import { changed, definePart, on, withRow } from '../core/part.ts'
import type { Recorded } from '../events/envelope.ts'
import type { z } from 'zod'
import { emptyContent, fieldOf, withChange } from './report-content.ts'
import type { Assignment, Draft, Report, Submission } from './reports.ts'
import {
  approvalAsked,
  approvalDeclined,
  draftReopened,
  draftSaved,
  reportAccepted,
  reportOpened,
  reportReturned,
  reportSubmitted,
} from './reports.events.ts'

const assignmentOf = ({ reportId: id, ...facts }: z.infer<typeof reportOpened.payload>): Assignment => ({
  id,
  ...facts,
  needsApproval: facts.needsApproval ?? false,
})

/** The reports of a rollout by id, as the rollout's space sees them; empty in every other space. */
export type ReportsPart = Readonly<Record<string, Report>>

/** The part `reports` of every snapshot. */
export const reportsPart = definePart<ReportsPart>({}, [
  on(reportOpened, (state, { payload, spaceId }) => {
    if (payload.rolloutSpaceId !== spaceId) return state
    const report: Report = {
      ...assignmentOf(payload),
      state: 'open',
      submissions: [],
      acceptedBy: null,
      acceptedAt: null,
    }
    return withRow(state, report.id, report)
  }),
  on(reportSubmitted, (state, event) =>
    changed(state, event.payload.reportId, (report) => ({
      ...report,
      state: 'submitted',
      submissions: [...report.submissions, submissionOf(event)],
    })),
  ),
  on(reportReturned, (state, { payload, actorId, at }) =>
    changed(state, payload.reportId, (report) => ({
      ...report,
      state: 'returned',
      submissions: report.submissions.map((submission) =>
        submission.id === payload.submissionId
          ? { ...submission, returnedBy: actorId, returnedAt: at, comments: payload.comments }
          : submission,
      ),
    })),
  ),
  on(reportAccepted, (state, { payload, actorId, at }) =>
    changed(state, payload.reportId, (report) => ({
      ...report,
      state: 'accepted',
      acceptedBy: actorId,
      acceptedAt: at,
    })),
  ),
])

const submissionOf = ({ payload, actorId, at }: Recorded<z.infer<typeof reportSubmitted.payload>>): Submission => ({
  id: payload.submissionId,
  number: payload.number,
  content: payload.content,
  sha256: payload.sha256,
  submittedBy: actorId,
  submittedAt: at,
  returnedBy: null,
  returnedAt: null,
  comments: [],
})

/** The drafts of a municipality by the report's id; empty in every other space. */
export type DraftsPart = Readonly<Record<string, Draft>>

/** The part `drafts` of every snapshot. */
export const draftsPart = definePart<DraftsPart>({}, [
  on(reportOpened, (state, { payload, spaceId }) => {
    if (payload.municipalitySpaceId !== spaceId) return state
    const draft: Draft = {
      ...assignmentOf(payload),
      state: 'untouched',
      content: emptyContent,
      revisions: {},
      savedBy: null,
      savedAt: null,
      asked: null,
      declined: null,
    }
    return withRow(state, draft.id, draft)
  }),
  on(draftSaved, (state, { payload, actorId, at }) =>
    changed(state, payload.reportId, (draft) => ({
      ...draft,
      state: 'inProgress',
      asked: null,
      content: payload.changes.reduce((content, { change }) => withChange(content, change), draft.content),
      revisions: {
        ...draft.revisions,
        ...Object.fromEntries(payload.changes.map(({ change, revision }) => [fieldOf(change), revision])),
      },
      savedBy: actorId,
      savedAt: at,
    })),
  ),
  on(reportSubmitted, (state, { payload }) =>
    changed(state, payload.reportId, (draft) => ({ ...draft, state: 'submitted', asked: null, declined: null })),
  ),
  on(approvalAsked, (state, { payload: { reportId, content, sha256 }, actorId: askedBy, at: askedAt }) =>
    changed(state, reportId, (draft) => ({
      ...draft,
      state: 'awaitingApproval',
      asked: { content, sha256, askedBy, askedAt },
      declined: null,
    })),
  ),
  on(approvalDeclined, (state, { payload: { reportId, word }, actorId: declinedBy, at: declinedAt }) =>
    changed(state, reportId, (draft) => ({
      ...draft,
      state: 'inProgress',
      asked: null,
      declined: { word, declinedBy, declinedAt },
    })),
  ),
  on(draftReopened, (state, { payload }) =>
    changed(state, payload.reportId, (draft) => ({ ...draft, state: 'returned' })),
  ),
  on(reportAccepted, (state, { payload }) =>
    changed(state, payload.reportId, (draft) => ({ ...draft, state: 'accepted' })),
  ),
])
