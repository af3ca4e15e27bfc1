import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'
import { defineEvent } from '../events/define-event.ts'
import { indicatorSchema } from '../indicators/indicators.ts'
import { contentSchema, fieldChangeSchema } from './report-content.ts'
import { reviewCommentSchema } from './reports.ts'

/** In the rollout's space and in the municipality's: for this period a report is asked for. */
export const reportOpened = defineEvent('report.opened', {
  version: 1,
  payload: z.object({
    reportId: idSchema,
    rolloutId: idSchema,
    title: z.string(),
    rolloutSpaceId: idSchema,
    municipalitySpaceId: idSchema,
    periodStart: daySchema,
    periodEnd: daySchema,
    dueOn: daySchema,
    /** Absent where the project doesn't ask for it. */
    needsApproval: z.literal(true).optional(),
    indicators: z.array(indicatorSchema),
  }),
  audience: 'members',
  feed: 'reportOpened',
})

/** In the municipality's space only. */
export const draftSaved = defineEvent('report.draftSaved', {
  version: 1,
  payload: z.object({
    reportId: idSchema,
    changes: z.array(z.object({ change: fieldChangeSchema, revision: idSchema })),
  }),
  audience: 'nobody',
  feed: null,
})

/** In the municipality's space only: what the approver is to sign. */
export const approvalAsked = defineEvent('report.approvalAsked', {
  version: 1,
  payload: z.object({
    reportId: idSchema,
    title: z.string(),
    content: contentSchema,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  audience: 'members',
  feed: 'approvalAsked',
})

/** In the municipality's space only: the approver doesn't sign, and says why. */
export const approvalDeclined = defineEvent('report.approvalDeclined', {
  version: 1,
  payload: z.object({ reportId: idSchema, title: z.string(), word: z.string() }),
  audience: 'members',
  feed: 'approvalDeclined',
})

/** In both spaces; the content is the immutable copy. */
export const reportSubmitted = defineEvent('report.submitted', {
  version: 1,
  payload: z.object({
    reportId: idSchema,
    title: z.string(),
    submissionId: idSchema,
    number: z.int().positive(),
    content: contentSchema,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  audience: 'members',
  feed: 'reportSubmitted',
})

/** In the rollout's space. */
export const reportReturned = defineEvent('report.returned', {
  version: 1,
  payload: z.object({
    reportId: idSchema,
    title: z.string(),
    submissionId: idSchema,
    comments: z.array(reviewCommentSchema),
  }),
  audience: 'members',
  feed: 'reportReturned',
})

/** In the municipality's space: the draft can be written again. */
export const draftReopened = defineEvent('report.draftReopened', {
  version: 1,
  payload: z.object({ reportId: idSchema, title: z.string(), submissionId: idSchema }),
  audience: 'members',
  feed: 'reportReturned',
})

/** In both spaces. */
export const reportAccepted = defineEvent('report.accepted', {
  version: 1,
  payload: z.object({ reportId: idSchema, title: z.string(), submissionId: idSchema }),
  audience: 'members',
  feed: 'reportAccepted',
})
