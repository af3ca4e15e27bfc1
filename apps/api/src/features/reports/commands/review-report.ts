import type { Actor } from '@kolo/domain/core/decide'
import type { Content } from '@kolo/domain/reports/report-content'
import { reportAccept, reportReturn } from '@kolo/domain/reports/reports.decide'
import { reportReturned } from '@kolo/domain/reports/reports.events'
import { command } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { applyAcceptedHealth } from '../../rollouts/commands/advance-rollout.ts'
import { reportUnderReview, spacesOfReport } from '../reports.queries.ts'

async function reviewState(db: Reads, key: { spaceId: string; reportId: string }, actorIn: (spaceId: string) => Actor) {
  const report = await reportUnderReview(db, key)
  return { report, ofMunicipality: report !== undefined && actorIn(report.municipalitySpaceId).role !== undefined }
}

/** Gives a submission back to the municipality, with comments on its fields; the draft is open again. */
export const returnReport = command(reportReturn, {
  spaces: spacesOfReport,
  async handle({ tx, input, decide, actor, actorIn, now }) {
    const { reportId, submissionId } = input
    const events = decide(await reviewState(tx.read, input, actorIn))
    const { comments } = reportReturned.payload.parse(events[0]?.payload)
    const rows = comments.map(({ id, field, body }, position) => ({
      id,
      submission_id: submissionId,
      position,
      field,
      body,
    }))
    tx.write((db) => db.insertInto('review_comment').values(rows))
    tx.write((db) =>
      db
        .updateTable('submission')
        .set({ returned_by: actor.personId, returned_at: now })
        .where('id', '=', submissionId),
    )
    tx.write((db) => db.updateTable('report').set({ state: 'returned' }).where('id', '=', reportId))
    tx.write((db) => db.updateTable('report_draft').set({ state: 'returned' }).where('report_id', '=', reportId))
    return events
  },
})

/** Whether a report on a later period of the rollout has been accepted already. */
async function laterAccepted(db: Reads, rolloutId: string, periodStart: string): Promise<boolean> {
  const later = await db
    .selectFrom('report')
    .select('id')
    .where('rollout_id', '=', rolloutId)
    .where('state', '=', 'accepted')
    .where('period_start', '>', periodStart)
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

/** Takes a submission as the rollout's result; its health shows on matrix and map from now on. */
export const acceptReport = command(reportAccept, {
  spaces: spacesOfReport,
  async handle({ tx, input, decide, actor, actorIn, now }) {
    const { reportId, submissionId } = input
    const state = await reviewState(tx.read, input, actorIn)
    const events = decide(state)
    const { rolloutId, last } = state.report!
    const { health, progress } = last!.content as Content
    // "Nothing to report" leaves the rollout as the report before said, and so does a late one on an earlier period.
    const leavesHealth = health === null || (await laterAccepted(tx.read, rolloutId, state.report!.periodStart))
    const healthChanged = leavesHealth ? [] : [await applyAcceptedHealth(tx, rolloutId, { health, progress, at: now })]
    const accepted = {
      state: 'accepted' as const,
      accepted_submission_id: submissionId,
      accepted_by: actor.personId,
      accepted_at: now,
    }
    tx.write((db) => db.updateTable('report').set(accepted).where('id', '=', reportId))
    tx.write((db) => db.updateTable('report_draft').set({ state: 'accepted' }).where('report_id', '=', reportId))
    return [...events, ...healthChanged]
  },
})
