import type { Actor } from '@kolo/domain/core/decide'
import { can } from '@kolo/domain/reports/reports.policy'
import { factParts, factsIn, type FactState } from '@kolo/domain/reports/contributors'
import { earlierFigures, lastSourcesOf } from '@kolo/domain/reports/last-values'
import type { Content, DraftSurroundings } from '@kolo/domain/reports/report-content'
import type { Draft } from '@kolo/domain/reports/reports'
import { reportSubmitted } from '@kolo/domain/reports/reports.events'
import type { EventDraft } from '@kolo/domain/events/define-event'
import { hashOf } from '../../kernel/hash.ts'
import type { Reads, Tx } from '../../kernel/transaction.ts'
import { filesByIds } from '../files/files.queries.ts'
import { partLoaders } from '../parts.ts'
import { writeFirstMessage } from '../threads/commands/start-thread.ts'
import { lastSubmission, reportsOf } from './reports.queries.ts'

/**
 * What a draft is completed with: what its form shows beside it, and the files that it names. Much is read for it while
 * others wait for the spaces: nothing for whoever may not hand in anyway.
 */
export async function completingOf(db: Reads, asked: Draft | undefined, actor: Actor) {
  const draft = can.submit(actor) ? asked : undefined
  return {
    ...(draft ? await surroundingsOf(db, draft) : { facts: [], earlier: {}, sources: {} }),
    files: draft ? await filesByIds(db, draft.municipalitySpaceId, draft.content.attachments ?? []) : [],
    sha256: (content: Content) => hashOf(content).toString('hex'),
  }
}

/** What happened in the rollout in the period, and what was accepted before. */
async function surroundingsOf(db: Reads, draft: Draft): Promise<DraftSurroundings> {
  const loaded = factParts.map(async (name) => [name, await partLoaders[name](db, draft.rolloutSpaceId)] as const)
  const [reports, ...parts] = await Promise.all([reportsOf(db, draft.rolloutSpaceId), ...loaded])
  const state = Object.fromEntries(parts) as unknown as FactState
  return {
    facts: factsIn(state, draft),
    earlier: earlierFigures(reports, draft.periodStart),
    sources: lastSourcesOf(reports, draft.periodStart),
  }
}

/** Whether the files of what lies before the approver are still in the municipality's space. */
export async function hasFilesOf(db: Reads, draft: Draft | undefined): Promise<boolean> {
  const named = (draft?.asked?.content.attachments ?? []).map(({ id }) => id)
  return (await filesByIds(db, draft?.municipalitySpaceId ?? '', named)).length === named.length
}

/** What was handed in before, and whether the new submission's id is in use. */
export async function handedInBefore(db: Reads, key: { readonly reportId: string; readonly submissionId: string }) {
  const [last, taken] = await Promise.all([
    lastSubmission(db, key.reportId),
    db.selectFrom('submission').select('id').where('id', '=', key.submissionId).executeTakeFirst(),
  ])
  return {
    idTaken: taken !== undefined,
    lastNumber: last?.number ?? 0,
    lastHelp: last ? (last.content as Content).helpNeeded : '',
  }
}

/** Writes the submission that the events tell of: it never changes again. */
export function writeSubmission(
  tx: Tx,
  events: readonly EventDraft[],
  by: { readonly personId: string; readonly at: string },
): void {
  const { reportId, submissionId, number, content, sha256 } = reportSubmitted.payload.parse(events[0]?.payload)
  const { personId, at } = by
  tx.write((db) =>
    db.insertInto('submission').values({
      id: submissionId,
      report_id: reportId,
      number,
      content: JSON.stringify(content),
      sha256,
      submitted_by: personId,
      submitted_at: at,
    }),
  )
  const attached = (content.attachments ?? []).map(({ id }) => ({ submission_id: submissionId, file_id: id }))
  if (attached.length > 0) tx.write((db) => db.insertInto('submission_file').values(attached))
  tx.write((db) =>
    db
      .updateTable('report')
      .set(({ fn, val, ref }) => ({
        state: 'submitted',
        first_submitted_at: fn.coalesce(ref('first_submitted_at'), val(at)),
      }))
      .where('id', '=', reportId),
  )
  tx.write((db) =>
    db
      .updateTable('report_draft')
      .set({ state: 'submitted', asked: null, declined: null })
      .where('report_id', '=', reportId),
  )
  tx.write((db) =>
    db.updateTable('approval_link').set({ used_at: at }).where('report_id', '=', reportId).where('used_at', 'is', null),
  )
  writeFirstMessage(tx, events, { authorId: personId, at })
}
