import { reportSubmit } from '@kolo/domain/reports/drafts.decide'
import type { Content } from '@kolo/domain/reports/report-content'
import { factParts, factsIn, type FactState } from '@kolo/domain/reports/contributors'
import { earlierFigures } from '@kolo/domain/reports/last-values'
import type { Draft } from '@kolo/domain/reports/reports'
import { reportSubmitted } from '@kolo/domain/reports/reports.events'
import { command } from '../../../kernel/command.ts'
import { hashOf } from '../../../kernel/hash.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { writeFirstMessage } from '../../threads/commands/start-thread.ts'
import { filesByIds } from '../../files/files.queries.ts'
import { partLoaders } from '../../parts.ts'
import { draftById, lastSubmission, reportsOf, spacesOfReport } from '../reports.queries.ts'

const nothingAround = { facts: [], earlier: {} }

/** What the draft's form shows beside it: what happened in the rollout in the period, and what was accepted before. */
async function surroundingsOf(db: Reads, draft: Draft) {
  const loaded = factParts.map(async (name) => [name, await partLoaders[name](db, draft.rolloutSpaceId)] as const)
  const [reports, ...parts] = await Promise.all([reportsOf(db, draft.rolloutSpaceId), ...loaded])
  const state = Object.fromEntries(parts) as unknown as FactState
  return { facts: factsIn(state, draft), earlier: earlierFigures(reports, draft.periodStart) }
}

/** Hands a draft in: copies it into the rollout's space, where it never changes again. */
export const submitReport = command(reportSubmit, {
  spaces: spacesOfReport,
  async handle({ tx, input, decide, actor, actorIn, now }) {
    const { reportId, submissionId } = input
    const [draft, last, taken] = await Promise.all([
      draftById(tx.read, input),
      lastSubmission(tx.read, reportId),
      tx.read.selectFrom('submission').select('id').where('id', '=', submissionId).executeTakeFirst(),
    ])
    const events = decide({
      draft,
      inRollout: draft !== undefined && actorIn(draft.rolloutSpaceId).role !== undefined,
      idTaken: taken !== undefined,
      lastNumber: last?.number ?? 0,
      lastHelp: last ? (last.content as Content).helpNeeded : '',
      ...(draft ? await surroundingsOf(tx.read, draft) : nothingAround),
      files: await filesByIds(tx.read, input.spaceId, draft?.content.attachments ?? []),
      sha256: (content) => hashOf(content).toString('hex'),
    })
    const { number, content, sha256 } = reportSubmitted.payload.parse(events[0]?.payload)
    tx.write((db) =>
      db.insertInto('submission').values({
        id: submissionId,
        report_id: reportId,
        number,
        content: JSON.stringify(content),
        sha256,
        submitted_by: actor.personId,
        submitted_at: now,
      }),
    )
    const attached = (content.attachments ?? []).map(({ id }) => ({ submission_id: submissionId, file_id: id }))
    if (attached.length > 0) tx.write((db) => db.insertInto('submission_file').values(attached))
    tx.write((db) =>
      db
        .updateTable('report')
        .set(({ fn, val, ref }) => ({
          state: 'submitted',
          first_submitted_at: fn.coalesce(ref('first_submitted_at'), val(now)),
        }))
        .where('id', '=', reportId),
    )
    tx.write((db) => db.updateTable('report_draft').set({ state: 'submitted' }).where('report_id', '=', reportId))
    writeFirstMessage(tx, events, { authorId: actor.personId, at: now })
    return events
  },
})
