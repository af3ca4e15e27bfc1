import { reportDeclineApproval } from '@kolo/domain/reports/decline.decide'
import { approvalDeclined } from '@kolo/domain/reports/reports.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import { draftById } from '../reports.queries.ts'

/** Sends a draft back to those who wrote it; the letters about it open nothing any more. */
export const declineApproval = command(reportDeclineApproval, {
  spaces: ownSpace,
  load: async ({ read, input }) => ({ draft: await draftById(read, input) }),
  async handle({ tx, loaded, input, decide, actor, now }) {
    const events = decide(loaded)
    for (const event of events) {
      const { word } = approvalDeclined.payload.parse(event.payload)
      const declined = JSON.stringify({ word, declinedBy: actor.personId, declinedAt: now })
      tx.write((db) =>
        db
          .updateTable('report_draft')
          .set({ state: 'inProgress', asked: null, declined })
          .where('report_id', '=', input.reportId),
      )
      tx.write((db) => db.deleteFrom('approval_link').where('report_id', '=', input.reportId))
    }
    return events
  },
})
