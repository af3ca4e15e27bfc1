import type { Database } from '@kolo/database'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { Content, DraftContent, FieldKey } from '@kolo/domain/reports/report-content'
import type { Assignment, Draft, Report, ReviewComment, Submission } from '@kolo/domain/reports/reports'
import type { Selectable } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'

type AssignmentRow = Pick<
  Selectable<Database['report']>,
  | 'id'
  | 'rollout_id'
  | 'title'
  | 'space_id'
  | 'municipality_space_id'
  | 'period_start'
  | 'period_end'
  | 'due_on'
  | 'indicators'
  | 'needs_approval'
>

const assignmentOf = (row: AssignmentRow): Assignment => ({
  id: row.id,
  rolloutId: row.rollout_id,
  title: row.title,
  rolloutSpaceId: row.space_id,
  municipalitySpaceId: row.municipality_space_id,
  periodStart: row.period_start,
  periodEnd: row.period_end,
  dueOn: row.due_on,
  needsApproval: row.needs_approval,
  indicators: row.indicators as Indicator[],
})

/** The reports of a rollout's space, with their submissions and what the reviewer said of them. */
export async function reportsOf(db: Reads, rolloutSpaceId: string): Promise<Report[]> {
  const reports = await db.selectFrom('report').selectAll().where('space_id', '=', rolloutSpaceId).execute()
  // Most spaces are no rollout's: they are spared the rest.
  if (reports.length === 0) return []
  const [submissions, comments] = await Promise.all([
    db
      .selectFrom('submission')
      .innerJoin('report', 'report.id', 'submission.report_id')
      .selectAll('submission')
      .where('report.space_id', '=', rolloutSpaceId)
      .orderBy('submission.number')
      .execute(),
    db
      .selectFrom('review_comment')
      .innerJoin('submission', 'submission.id', 'review_comment.submission_id')
      .innerJoin('report', 'report.id', 'submission.report_id')
      .selectAll('review_comment')
      .where('report.space_id', '=', rolloutSpaceId)
      .orderBy('review_comment.position')
      .execute(),
  ])
  const commentsOn = Map.groupBy(comments, (comment) => comment.submission_id)
  const submissionsTo = Map.groupBy(submissions, (submission) => submission.report_id)
  return reports.map((row) => ({
    ...assignmentOf(row),
    state: row.state,
    submissions: (submissionsTo.get(row.id) ?? []).map((submission) =>
      submissionOf(submission, commentsOn.get(submission.id) ?? []),
    ),
    acceptedBy: row.accepted_by,
    acceptedAt: row.accepted_at,
  }))
}

type SubmissionRow = {
  id: string
  number: number
  content: unknown
  sha256: string
  submitted_by: string
  submitted_at: string
  returned_by: string | null
  returned_at: string | null
}

const submissionOf = (
  row: SubmissionRow,
  comments: readonly { id: string; field: string; body: string }[],
): Submission => ({
  id: row.id,
  number: row.number,
  content: row.content as Content,
  sha256: row.sha256,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  returnedBy: row.returned_by,
  returnedAt: row.returned_at,
  comments: comments.map(({ id, field, body }): ReviewComment => ({ id, field: field as FieldKey, body })),
})

const draftRows = (db: Reads) =>
  db
    .selectFrom('report_draft')
    .innerJoin('report', 'report.id', 'report_draft.report_id')
    .select([
      'report.id',
      'report.rollout_id',
      'report.title',
      'report.space_id',
      'report.municipality_space_id',
      'report.period_start',
      'report.period_end',
      'report.due_on',
      'report.indicators',
      'report.needs_approval',
      'report_draft.state',
      'report_draft.content',
      'report_draft.revisions',
      'report_draft.saved_by',
      'report_draft.saved_at',
      'report_draft.asked',
      'report_draft.declined',
    ])

type DraftRow = Awaited<ReturnType<ReturnType<typeof draftRows>['execute']>>[number]

const draftOf = (row: DraftRow): Draft => ({
  ...assignmentOf(row),
  state: row.state,
  content: row.content as DraftContent,
  revisions: row.revisions as Draft['revisions'],
  savedBy: row.saved_by,
  savedAt: row.saved_at,
  asked: row.asked as Draft['asked'],
  declined: row.declined as Draft['declined'],
})

/** The drafts of a municipality's space. */
export const draftsOf = async (db: Reads, municipalitySpaceId: string): Promise<Draft[]> =>
  (await draftRows(db).where('report_draft.space_id', '=', municipalitySpaceId).execute()).map(draftOf)

/** The draft, where it stands in that municipality's space. */
export async function draftById(db: Reads, key: { spaceId: string; reportId: string }): Promise<Draft | undefined> {
  const row = await draftRows(db)
    .where('report_draft.report_id', '=', key.reportId)
    .where('report_draft.space_id', '=', key.spaceId)
    .executeTakeFirst()
  return row && draftOf(row)
}

/** The spaces of a report, for the commands that concern both; the asked one first. */
export async function spacesOfReport(db: Reads, key: { spaceId: string; reportId: string }): Promise<string[]> {
  const row = await db
    .selectFrom('report')
    .select(['space_id', 'municipality_space_id'])
    .where('id', '=', key.reportId)
    .executeTakeFirst()
  if (!row || (row.space_id !== key.spaceId && row.municipality_space_id !== key.spaceId)) return [key.spaceId]
  return [key.spaceId, row.space_id === key.spaceId ? row.municipality_space_id : row.space_id]
}

/** The report with its last submission, where it stands in that rollout's space. */
export async function reportUnderReview(db: Reads, key: { spaceId: string; reportId: string }) {
  const [row, last] = await Promise.all([
    db
      .selectFrom('report')
      .selectAll()
      .where('id', '=', key.reportId)
      .where('space_id', '=', key.spaceId)
      .executeTakeFirst(),
    lastSubmission(db, key.reportId),
  ])
  if (!row) return undefined
  return { ...assignmentOf(row), state: row.state, last: last && { ...last, submittedBy: last.submitted_by } }
}

/** The report's newest submission. */
export const lastSubmission = (db: Reads, reportId: string) =>
  db
    .selectFrom('submission')
    .select(['id', 'number', 'content', 'submitted_by'])
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
