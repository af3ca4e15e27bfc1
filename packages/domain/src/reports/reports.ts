import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema, runningText } from '../core/text.ts'
import type { Indicator } from '../indicators/indicators.ts'
import { factKeySchema, maxFacts } from './facts.ts'
import { type Content, type DraftContent, type FieldKey, fieldChangeSchema } from './report-content.ts'

/** What a report is about, the same in the municipality's space and in the rollout's. */
export type Assignment = {
  readonly id: string
  readonly rolloutId: string
  /** The rollout's. */
  readonly title: string
  readonly rolloutSpaceId: string
  readonly municipalitySpaceId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly dueOn: string
  /** Whether the municipality's approver signs before it leaves, as the project asked when the report was opened. */
  readonly needsApproval: boolean
  /** What is asked for, as the catalogue stood when the report was opened. */
  readonly indicators: readonly Indicator[]
}

/** What the reviewer says of a field. */
export type ReviewComment = { readonly id: string; readonly field: FieldKey; readonly body: string }

/** The immutable copy of a draft; `sha256` is that of its content's canonical JSON (RFC 8785), in hexadecimal. */
export type Submission = {
  readonly id: string
  /** Counts the submissions of the report from 1. */
  readonly number: number
  readonly content: Content
  readonly sha256: string
  readonly submittedBy: string
  readonly submittedAt: string
  /** Set when the coordinator returned it, with the comments on its fields. */
  readonly returnedBy: string | null
  readonly returnedAt: string | null
  readonly comments: readonly ReviewComment[]
}

/** Where a report stands between municipality and coordinator. */
export const sharedStates = ['open', 'submitted', 'returned', 'accepted'] as const
export type SharedState = (typeof sharedStates)[number]

/** A report as the rollout's space holds it: nothing of its draft. */
export type Report = Assignment & {
  readonly state: SharedState
  /** Ascending. */
  readonly submissions: readonly Submission[]
  readonly acceptedBy: string | null
  readonly acceptedAt: string | null
}

/** Where a draft stands for those who write it. */
export const draftStates = ['untouched', 'inProgress', 'awaitingApproval', 'submitted', 'returned', 'accepted'] as const
export type DraftState = (typeof draftStates)[number]

/** What lies before the approver: what would be handed in, as it was when approval was asked for. */
export type ApprovalAsked = {
  readonly content: Content
  readonly sha256: string
  readonly askedBy: string
  readonly askedAt: string
}

/** What the approver says who doesn't sign. */
export type Declined = { readonly word: string; readonly declinedBy: string; readonly declinedAt: string }

/** A report as the municipality's space holds it. */
export type Draft = Assignment & {
  readonly state: DraftState
  readonly content: DraftContent
  /** By field: names the field's last saving, so that nobody overwrites what they haven't seen. */
  readonly revisions: Readonly<Partial<Record<FieldKey, string>>>
  readonly savedBy: string | null
  readonly savedAt: string | null
  /** Null unless the draft awaits approval. */
  readonly asked: ApprovalAsked | null
  /** Null unless the approver sent it back; until it is asked for once more, or handed in. */
  readonly declined: Declined | null
}

const inReport = z.object({ spaceId: idSchema, reportId: idSchema })
const onSubmission = inReport.extend({ submissionId: idSchema })
const fieldKeySchema = z.custom<FieldKey>(
  (key) =>
    typeof key === 'string' &&
    /^(health|progress|nothingToReport|done|blockedBy|helpNeeded|nextSteps|attachments|indicator:[0-9a-f-]{36})$/.test(
      key,
    ),
)
export const reviewCommentSchema = z.object({ id: idSchema, field: fieldKeySchema, body: runningText(2_000) })

/** `spaceId` is the rollout's; first and last day of the period, and the last day on which the report is in time. */
export const openReportInput = inReport.extend({
  rolloutId: idSchema,
  periodStart: daySchema,
  periodEnd: daySchema,
  dueOn: daySchema,
})
/** `spaceId` is the municipality's; only changed fields. */
export const saveDraftInput = inReport.extend({ changes: z.array(fieldChangeSchema).min(1).max(50) })
/** `spaceId` is the municipality's; names the facts that were shown. */
export const submitReportInput = onSubmission.extend({
  facts: z.array(factKeySchema).max(maxFacts).optional(),
  /** Where it needs approval: the draft's, as the approver saw it. */
  revisions: z.record(z.string().max(120), idSchema).optional(),
})
/** `spaceId` is the municipality's; names the facts that were shown. */
export const askApprovalInput = inReport.extend({ facts: z.array(factKeySchema).max(maxFacts).optional() })
/** `spaceId` is the municipality's; names, by its checksum, what was read. */
export const approveReportInput = onSubmission.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
/** What the approver wants changed. */
export const declineWordSchema = runningText(2_000).refine((word) => word.trim() !== '')
/** `spaceId` is the municipality's; names, by its checksum, what was read. */
export const declineApprovalInput = inReport.extend({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  word: declineWordSchema,
})
/** `spaceId` is the rollout's; names the submission that was read. */
export const returnReportInput = onSubmission.extend({
  comments: z.array(reviewCommentSchema.omit({ id: true })).max(50),
})
/** `spaceId` is the rollout's; names the submission that was read. */
export const acceptReportInput = onSubmission
