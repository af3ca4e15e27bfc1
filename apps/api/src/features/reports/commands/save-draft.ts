import { reportSaveDraft } from '@kolo/domain/reports/drafts.decide'
import { draftSaved } from '@kolo/domain/reports/reports.events'
import { fieldOf, withChange } from '@kolo/domain/reports/report-content'
import { command, ownSpace } from '../../../kernel/command.ts'
import { draftById } from '../reports.queries.ts'

/** Keeps changed fields of a draft, in the municipality's own space. */
export const saveDraft = command(reportSaveDraft, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor, now }) {
    const draft = await draftById(tx.read, input)
    const events = decide({ draft })
    for (const event of events) {
      const { changes } = draftSaved.payload.parse(event.payload)
      const content = changes.reduce((before, { change }) => withChange(before, change), draft!.content)
      const revisions = {
        ...draft!.revisions,
        ...Object.fromEntries(changes.map(({ change, revision }) => [fieldOf(change), revision])),
      }
      const saved = {
        state: 'inProgress' as const,
        content: JSON.stringify(content),
        revisions: JSON.stringify(revisions),
        // What lay before the approver is another text now.
        asked: null,
      }
      tx.write((db) =>
        db
          .updateTable('report_draft')
          .set({ ...saved, saved_by: actor.personId, saved_at: now })
          .where('report_id', '=', input.reportId),
      )
    }
    return events
  },
})
