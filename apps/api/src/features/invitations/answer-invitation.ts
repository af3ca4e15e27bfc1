import { randomUUID } from 'node:crypto'
import { invalid, notFound } from '@kolo/domain/core/errors'
import type { SeatKind } from '@kolo/domain/core/roles'
import { isOpen } from '@kolo/domain/invitations/invitations.decide'
import type { acceptInvitationInput, Invitation } from '@kolo/domain/invitations/invitations'
import type { answerInvitationInput } from '@kolo/domain/sessions/sessions'
import type { z } from 'zod'
import { secretLimits } from '../../credentials/limits.ts'
import { secretHash } from '../../credentials/secrets.ts'
import type { RequestContext } from '../../transports/trpc/context.ts'
import { accountByEmail } from '../people/people.queries.ts'
import { invitationBySecret } from './invitations.queries.ts'

/** What the page of an invitation shows to whoever has its link. */
export type InvitationPreview = {
  readonly email: string
  readonly name: string
  readonly organization: string
  readonly project: string
  readonly seat: SeatKind
  readonly sentBy: string | null
  readonly expiresAt: string
  /** `new`: an account is made. `signIn`: there is one, sign in first. `ready`: it is signed in. `other`: another account is signed in. */
  readonly account: 'new' | 'signIn' | 'ready' | 'other'
}

type Found = { readonly invitation: Invitation; readonly spaceId: string; readonly accountId: string | undefined }

/** The open invitation of a link. Used, expired, revoked and invented ones, and those of closed accounts, answer alike. */
async function openInvitation(ctx: RequestContext, secret: string): Promise<Found> {
  const limits = secretLimits(ctx.client.address)
  await ctx.identity.limits.take(limits)
  const found = await invitationBySecret(ctx.kernel.reads, secretHash(secret))
  if (!found || !isOpen(found.invitation, ctx.identity.now())) throw notFound()
  const account = await accountByEmail(ctx.kernel.reads, found.invitation.email)
  if (account?.disabledAt) throw notFound()
  await ctx.identity.limits.giveBack(limits)
  return { ...found, accountId: account?.id }
}

function standing(ctx: RequestContext, { accountId }: Found): InvitationPreview['account'] {
  if (!ctx.session) return accountId === undefined ? 'new' : 'signIn'
  return ctx.session.personId === accountId ? 'ready' : 'other'
}

/** What an invitation offers; changes nothing, so that scanners of mail can't use a link up. */
export async function previewInvitation(ctx: RequestContext, secret: string): Promise<InvitationPreview> {
  const found = await openInvitation(ctx, secret)
  const { email, name, seat, expiresAt, organizationId, projectId, sentBy } = found.invitation
  const [organization, project, sender] = await Promise.all([
    ctx.kernel.reads
      .selectFrom('organization')
      .select('name')
      .where('id', '=', organizationId)
      .executeTakeFirstOrThrow(),
    ctx.kernel.reads.selectFrom('project').select('name').where('id', '=', projectId).executeTakeFirstOrThrow(),
    ctx.kernel.reads.selectFrom('person').select('name').where('id', '=', sentBy).executeTakeFirst(),
  ])
  const names = { organization: organization.name, project: project.name, sentBy: sender?.name ?? null }
  return { email, name, seat, expiresAt, ...names, account: standing(ctx, found) }
}

type Acceptance = {
  readonly sender: { readonly personId: string }
  readonly commandId: string
  readonly input: z.infer<typeof acceptInvitationInput>
  /** Whether an account is made, which is signed in afterwards. */
  readonly opensAccount: boolean
}

/** The command with which an invitation is accepted: with a new account, or as the person with the invited address. */
export async function prepareAcceptance(
  ctx: RequestContext,
  input: z.infer<typeof answerInvitationInput>,
): Promise<Acceptance> {
  const found = await openInvitation(ctx, input.secret)
  const account = standing(ctx, found)
  if (account === 'signIn') throw invalid('signInFirst')
  if (account === 'other') throw invalid('otherAddress')
  if (account === 'new' && !input.account) throw invalid('accountMissing')
  const personId = found.accountId ?? randomUUID()
  return {
    sender: { personId },
    commandId: randomUUID(),
    opensAccount: account === 'new',
    input: {
      spaceId: found.spaceId,
      invitationId: found.invitation.id,
      secretHash: secretHash(input.secret).toString('hex'),
      personId,
      personalSpaceId: randomUUID(),
      name: input.account?.name ?? found.invitation.name,
      rendition: input.rendition,
      passwordHash: input.account ? await ctx.identity.passwords.hash(input.account.password) : null,
    },
  }
}
