import type { Content } from '@kolo/domain/reports/report-content'
import { draftStateOn, isOverdue, type ReportState } from '@kolo/domain/reports/report-state'
import type { Health } from '@kolo/domain/rollouts/rollouts'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** A report as lists across spaces show it. */
export type ReportListing = {
  readonly reportId: string
  /** The rollout's. */
  readonly title: string
  readonly rolloutSpaceId: string
  readonly municipalitySpaceId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly dueOn: string
}

const listingColumns = [
  'report.id',
  'report.title',
  'report.space_id',
  'report.municipality_space_id',
  'report.period_start',
  'report.period_end',
  'report.due_on',
] as const

type ListingRow = {
  id: string
  title: string
  space_id: string
  municipality_space_id: string
  period_start: string
  period_end: string
  due_on: string
}

const listingOf = (row: ListingRow): ReportListing => ({
  reportId: row.id,
  title: row.title,
  rolloutSpaceId: row.space_id,
  municipalitySpaceId: row.municipality_space_id,
  periodStart: row.period_start,
  periodEnd: row.period_end,
  dueOn: row.due_on,
})

/** A report that waits for being written; `comments` counts what the coordinator said of the returned submission. */
export type ReportToWrite = ReportListing & {
  readonly state: ReportState
  readonly overdue: boolean
  readonly comments: number
}

/** What the person has to write: due, in progress and returned reports of the municipality, by due date. */
export const reportsMine = query('reports.mine', {
  input: z.object({}),
  async handle({ db, personId, now }): Promise<ReportToWrite[]> {
    const today = now.slice(0, 10)
    const rows = await openDrafts(db, personId)
    return rows
      .map((row) => ({
        ...listingOf(row),
        state: draftStateOn({ state: row.state, periodEnd: row.period_end }, today),
        overdue: isOverdue({ dueOn: row.due_on, firstSubmittedAt: row.first_submitted_at }, today),
        comments: Number(row.comments),
      }))
      .filter(({ state }) => state !== 'notYetDue')
  },
})

const openDrafts = (db: Reads, personId: string) =>
  db
    .selectFrom('report_draft')
    .innerJoin('report', 'report.id', 'report_draft.report_id')
    .select([...listingColumns, 'report_draft.state', 'report.first_submitted_at'])
    .select((select) =>
      select
        .selectFrom('review_comment')
        .innerJoin('submission', 'submission.id', 'review_comment.submission_id')
        .select(({ fn }) => fn.countAll<string>().as('comments'))
        .whereRef('submission.report_id', '=', 'report.id')
        .where('submission.number', '=', (newest) =>
          newest
            .selectFrom('submission as any_submission')
            .select(({ fn }) => fn.max('any_submission.number').as('number'))
            .whereRef('any_submission.report_id', '=', 'report.id'),
        )
        .as('comments'),
    )
    .where('report_draft.state', 'in', ['untouched', 'inProgress', 'awaitingApproval', 'returned'])
    .where('report_draft.space_id', 'in', (select) =>
      select
        .selectFrom('space_member')
        .select('space_id')
        .where('person_id', '=', personId)
        .where('role', 'in', ['reporter', 'approver']),
    )
    // Who has left the project writes no more.
    .where('report.space_id', 'in', (select) =>
      select.selectFrom('space_member').select('space_id').where('person_id', '=', personId),
    )
    .orderBy('report.due_on')
    .orderBy('report.title')
    .execute()

/** A submission that waits for its review. */
export type ReportToReview = ReportListing & {
  readonly submittedAt: string
  readonly number: number
  readonly submissionId: string
  readonly onTime: boolean
  /** What it says, in short; the words themselves are read where it is opened. */
  readonly nothingToReport: boolean
  readonly health: Health | null
  /** The rollout's until now. */
  readonly healthBefore: Health | null
  readonly progress: number | null
  readonly isBlocked: boolean
  readonly asksForHelp: boolean
  /** Whether a value needed a word. */
  readonly isUnusual: boolean
}

/** What the person has to review as coordinator, oldest submission first; never reports of the person's own municipality. */
export const reportsReviewQueue = query('reports.reviewQueue', {
  input: z.object({}),
  async handle({ db, personId }): Promise<ReportToReview[]> {
    const rows = await db
      .selectFrom('report')
      .innerJoin('submission', 'submission.report_id', 'report.id')
      .innerJoin('rollout', 'rollout.id', 'report.rollout_id')
      .distinctOn('report.id')
      .select([...listingColumns, 'submission.submitted_at', 'submission.number', 'report.first_submitted_at'])
      .select(['submission.id as submissionId', 'submission.content', 'rollout.health as healthBefore'])
      .where('report.state', '=', 'submitted')
      .where('report.space_id', 'in', (select) =>
        select
          .selectFrom('space_member')
          .select('space_id')
          .where('person_id', '=', personId)
          .where('role', '=', 'coordinator'),
      )
      .where('report.municipality_space_id', 'not in', (select) =>
        select.selectFrom('space_member').select('space_id').where('person_id', '=', personId),
      )
      .orderBy('report.id')
      .orderBy('submission.number', 'desc')
      .execute()
    return rows
      .map((row) => ({
        ...listingOf(row),
        submittedAt: row.submitted_at,
        number: row.number,
        submissionId: row.submissionId,
        ...inShort(row.content as Content),
        healthBefore: row.healthBefore,
        onTime: (row.first_submitted_at ?? row.submitted_at).slice(0, 10) <= row.due_on,
      }))
      .toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))
  },
})

const inShort = ({ nothingToReport, health, progress, blockedBy, helpNeeded, notes }: Content) => ({
  nothingToReport,
  health,
  progress,
  isBlocked: blockedBy.trim() !== '',
  asksForHelp: helpNeeded.trim() !== '',
  isUnusual: Object.keys(notes ?? {}).length > 0,
})
