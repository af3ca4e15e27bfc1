import { DomainError, notFound } from '@kolo/domain/core/errors'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { approveByLinkInput, declineByLinkInput } from '@kolo/domain/reports/approval'
import type { Content } from '@kolo/domain/reports/report-content'
import type { Draft } from '@kolo/domain/reports/reports'
import type { z } from 'zod'
import { secretLimits } from '../../credentials/limits.ts'
import { secretHash } from '../../credentials/secrets.ts'
import { idFor } from '../../kernel/hash.ts'
import type { Reads } from '../../kernel/transaction.ts'
import type { RequestContext } from '../../transports/trpc/context.ts'
import { approveReport } from './commands/approve-report.ts'
import { declineApproval } from './commands/decline-approval.ts'
import { hasFilesOf } from './hand-in.ts'
import { draftById } from './reports.queries.ts'

/** The one page behind a letter's link: what is to be signed, or that it is signed already. */
export type ApprovalPage =
  | { readonly status: 'approved' }
  | {
      readonly status: 'open'
      readonly system: { readonly key: string; readonly name: string }
      readonly municipality: { readonly country: string; readonly name: string; readonly nameLocal: string }
      readonly periodStart: string
      readonly periodEnd: string
      readonly dueOn: string
      readonly content: Content
      readonly indicators: readonly Indicator[]
      /** Who asks, and who is asked, by name. */
      readonly askedBy: string
      readonly approver: string
      /** The language that the approver reads. */
      readonly rendition: string
    }

type Link = {
  readonly id: string
  readonly personId: string
  readonly sha256: string
  readonly isUsed: boolean
  readonly approver: string
  readonly rendition: string
  readonly draft: Draft
}

/**
 * What a letter's link opens, for as long as the text is the one that was asked about and the person sits in the seat.
 * Expired, outdated and invented ones answer alike.
 */
async function linkOf(ctx: RequestContext, secret: string): Promise<Link> {
  const limits = secretLimits(ctx.client.address)
  await ctx.identity.limits.take(limits)
  const db = ctx.kernel.reads
  const row = await linkRow(db, secretHash(secret))
  if (!row || row.expires_at <= ctx.identity.now()) throw notFound()
  const draft = await draftById(db, { spaceId: row.municipality_space_id, reportId: row.report_id })
  if (!draft) throw notFound()
  const isSigned = draft.state === 'submitted' || draft.state === 'accepted'
  // Signed between the two questions, it is used by now.
  const isUsed = (isSigned ? await linkRow(db, secretHash(secret)) : row)?.used_at != null
  const isOpen = draft.state === 'awaitingApproval' && draft.asked?.sha256 === row.sha256
  // Returned meanwhile, it is another text that will be asked about.
  if (isUsed ? !isSigned : !isOpen || !(await hasFilesOf(db, draft))) throw notFound()
  await ctx.identity.limits.giveBack(limits)
  const { id, person_id: personId, sha256, name: approver, rendition } = row
  return { id, personId, sha256, isUsed, approver, rendition, draft }
}

const linkRow = (db: Reads, hash: Buffer) =>
  db
    .selectFrom('approval_link')
    .innerJoin('report', 'report.id', 'approval_link.report_id')
    .innerJoin('person', 'person.id', 'approval_link.person_id')
    .innerJoin('space_member', (join) =>
      join
        .onRef('space_member.space_id', '=', 'report.municipality_space_id')
        .onRef('space_member.person_id', '=', 'approval_link.person_id'),
    )
    .select(['approval_link.id', 'approval_link.report_id', 'approval_link.person_id', 'approval_link.sha256'])
    .select(['approval_link.expires_at', 'approval_link.used_at', 'report.municipality_space_id'])
    .select(['person.name', 'person.rendition'])
    .where('approval_link.secret_hash', '=', hash)
    .where('person.disabled_at', 'is', null)
    .where('space_member.role', '=', 'approver')
    .limit(1)
    .executeTakeFirst()

/** Shows what is to be signed; changes nothing, so that scanners of mail can't use a link up. */
export async function showApproval(ctx: RequestContext, secret: string): Promise<ApprovalPage> {
  const { isUsed, approver, rendition, draft } = await linkOf(ctx, secret)
  const { asked } = draft
  if (isUsed || !asked) return { status: 'approved' }
  const [asker, about] = await Promise.all([
    ctx.kernel.reads.selectFrom('person').select('name').where('id', '=', asked.askedBy).executeTakeFirst(),
    rolloutAbout(ctx.kernel.reads, draft.rolloutId),
  ])
  const { periodStart, periodEnd, dueOn, indicators } = draft
  const { content } = asked
  const askedBy = asker?.name ?? ''
  return { status: 'open', ...about, periodStart, periodEnd, dueOn, content, indicators, askedBy, approver, rendition }
}

/** System and municipality of a rollout, to be named in whichever language. */
export async function rolloutAbout(db: Reads, rolloutId: string) {
  const {
    key,
    system,
    country,
    name,
    name_local: nameLocal,
  } = await db
    .selectFrom('rollout')
    .innerJoin('system', 'system.id', 'rollout.system_id')
    .innerJoin('municipality', 'municipality.id', 'rollout.municipality_id')
    .select(['system.key', 'system.name as system', 'municipality.country', 'municipality.name', 'name_local'])
    .where('rollout.id', '=', rolloutId)
    .executeTakeFirstOrThrow()
  return { system: { key, name: system }, municipality: { country, name, nameLocal } }
}

/** Signs and hands in, as the person to whom the letter went. Sent once more, it has been done. */
export async function approveByLink(ctx: RequestContext, input: z.infer<typeof approveByLinkInput>): Promise<void> {
  const { id, isUsed, personId, sha256, draft } = await linkOf(ctx, input.secret)
  if (isUsed) return
  const { submissionId } = input
  const signing = { spaceId: draft.municipalitySpaceId, reportId: draft.id, submissionId, sha256 }
  const commandId = idFor(`approve ${id} ${submissionId}`)
  try {
    await ctx.kernel.execute(approveReport, { sender: { personId }, commandId, input: signing })
  } catch (error) {
    // Somebody else's tap, or another of the same person's, was there first.
    if (!(error instanceof DomainError && error.code === 'conflict')) throw error
    if (!(await linkOf(ctx, input.secret)).isUsed) throw error
  }
}

/** Sends the draft back with a word, as the person to whom the letter went; the link opens nothing afterwards. */
export async function declineByLink(ctx: RequestContext, input: z.infer<typeof declineByLinkInput>): Promise<void> {
  const { id, isUsed, personId, sha256, draft } = await linkOf(ctx, input.secret)
  if (isUsed) throw notFound()
  const { word } = input
  const declining = { spaceId: draft.municipalitySpaceId, reportId: draft.id, sha256, word }
  await ctx.kernel.execute(declineApproval, {
    sender: { personId },
    commandId: idFor(`decline ${id} ${word}`),
    input: declining,
  })
}
