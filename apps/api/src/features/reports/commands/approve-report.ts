import { approvalEnds } from '@kolo/domain/reports/approval'
import { approvalAsked } from '@kolo/domain/reports/reports.events'
import { reportApprove, reportAskApproval } from '@kolo/domain/reports/submit.decide'
import { command } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { draftById, spacesOfReport } from '../reports.queries.ts'
import { completingOf, handedInBefore, hasFilesOf, writeSubmission } from '../hand-in.ts'

/** Lays a draft before whoever sits in the approver's seat. The letters with their links leave after the commit. */
export const askApproval = command(reportAskApproval, {
  spaces: spacesOfReport,
  async handle({ tx, input, decide, actor, actorIn, ids, now }) {
    const draft = await draftById(tx.read, input)
    const approverIds = draft ? await approversOf(tx.read, draft.rolloutId) : []
    const events = decide({
      draft,
      inRollout: draft !== undefined && actorIn(draft.rolloutSpaceId).role !== undefined,
      hasApprover: approverIds.length > 0,
      isReached: await reachedBy(tx.read, { reportId: input.reportId, approverIds, now }),
      ...(await completingOf(tx.read, draft, actor)),
    })
    const { reportId } = input
    for (const event of events) {
      const { content, sha256 } = approvalAsked.payload.parse(event.payload)
      const asked = { content, sha256, askedBy: actor.personId, askedAt: now }
      tx.write((db) =>
        db
          .updateTable('report_draft')
          .set({ state: 'awaitingApproval', asked: JSON.stringify(asked), declined: null })
          .where('report_id', '=', reportId),
      )
      tx.write((db) => db.deleteFrom('approval_link').where('report_id', '=', reportId))
      for (const personId of approverIds) {
        const id = ids()
        const link = { id, report_id: reportId, person_id: personId, sha256, expires_at: approvalEnds(draft!, now) }
        tx.write((db) => db.insertInto('approval_link').values(link))
        const delivery = { key: `approvalAsked:${id}`, kind: 'approvalAsked' as const, subject_id: id }
        tx.write((db) => db.insertInto('mail_delivery').values({ ...delivery, requested_at: now, next_try_at: now }))
      }
    }
    return events
  },
})

/** Whether all of them have a link to this very text that still opens, and whose letter has left or still can. */
async function reachedBy(
  db: Reads,
  asked: { readonly reportId: string; readonly approverIds: readonly string[]; readonly now: string },
): Promise<(sha256: string) => boolean> {
  const links = await db
    .selectFrom('approval_link')
    .innerJoin('mail_delivery', 'mail_delivery.subject_id', 'approval_link.id')
    .select(['approval_link.person_id', 'approval_link.sha256'])
    .where('approval_link.report_id', '=', asked.reportId)
    .where('approval_link.used_at', 'is', null)
    .where('approval_link.expires_at', '>', asked.now)
    .where('mail_delivery.given_up_at', 'is', null)
    .execute()
  return (sha256) =>
    asked.approverIds.every((id) => links.some((link) => link.person_id === id && link.sha256 === sha256))
}

/** Who sits in the approver's seat of the rollout's municipality. */
async function approversOf(db: Reads, rolloutId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('rollout')
    .innerJoin('seat', 'seat.organization_id', 'rollout.organization_id')
    .innerJoin('seat_holder', 'seat_holder.seat_id', 'seat.id')
    .innerJoin('person', 'person.id', 'seat_holder.person_id')
    .select('person.id')
    .where('rollout.id', '=', rolloutId)
    .where('seat.kind', '=', 'approver')
    .where('person.disabled_at', 'is', null)
    .orderBy('person.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Signs what was laid before the approver, and hands in that very text; its links are used up. */
export const approveReport = command(reportApprove, {
  spaces: spacesOfReport,
  async handle({ tx, input, decide, actor, actorIn, now }) {
    const draft = await draftById(tx.read, input)
    const events = decide({
      draft,
      inRollout: draft !== undefined && actorIn(draft.rolloutSpaceId).role !== undefined,
      hasFiles: await hasFilesOf(tx.read, draft),
      ...(await handedInBefore(tx.read, input)),
    })
    writeSubmission(tx, events, { personId: actor.personId, at: now })
    return events
  },
})
