import type { Generated, GeneratedAlways } from 'kysely'
import type { Direction, IndicatorKind, Rollup } from '@kolo/domain/indicators/indicators'
import type { DraftState, SharedState } from '@kolo/domain/reports/reports'

export type IndicatorTable = {
  id: string
  key: string
  name: string
  unit: string
  kind: IndicatorKind
  direction: Direction
  rollup: Rollup
  reference: string
  cumulative: Generated<boolean>
  breakdown: Generated<unknown>
}

export type RolloutIndicatorTable = { rollout_id: string; indicator_id: string; position: number }

export type ReportTable = {
  id: string
  rollout_id: string
  title: string
  space_id: string
  municipality_space_id: string
  period_start: string
  period_end: string
  due_on: string
  indicators: unknown
  /** The same for reports that asked for the same. */
  asked_hash: GeneratedAlways<string>
  needs_approval: Generated<boolean>
  state: SharedState
  opened_at: string
  first_submitted_at: Generated<string | null>
  accepted_submission_id: Generated<string | null>
  accepted_by: Generated<string | null>
  accepted_at: Generated<string | null>
}

export type ReportDraftTable = {
  report_id: string
  space_id: string
  state: DraftState
  content: unknown
  revisions: unknown
  saved_by: Generated<string | null>
  saved_at: Generated<string | null>
  asked: Generated<unknown>
  declined: Generated<unknown>
}

export type SubmissionTable = {
  id: string
  report_id: string
  number: number
  content: unknown
  sha256: string
  submitted_by: string
  submitted_at: string
  returned_by: Generated<string | null>
  returned_at: Generated<string | null>
}

export type ReviewCommentTable = { id: string; submission_id: string; position: number; field: string; body: string }

export type ApprovalLinkTable = {
  id: string
  report_id: string
  person_id: string
  sha256: string
  secret_hash: Generated<Buffer | null>
  expires_at: string
  used_at: Generated<string | null>
}

export type SubmissionFileTable = { submission_id: string; file_id: string }
