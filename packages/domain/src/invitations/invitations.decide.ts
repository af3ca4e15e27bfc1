import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import type { OrganizationKind } from '../core/roles.ts'
import { type EventDraft, inSpace } from '../events/define-event.ts'
import { participationAdded, seatFilled } from '../organizations/organizations.events.ts'
import { type Organization, type ParticipationRole, seatFitsKind } from '../organizations/organizations.ts'
import { personAdded, preferencesChosen } from '../people/people.events.ts'
import {
  acceptInvitationInput,
  INVITATION_DAYS,
  type Invitation,
  revokeInvitationInput,
  sendInvitationInput,
} from './invitations.ts'
import { invitationAccepted, invitationRevoked, invitationSent } from './invitations.events.ts'
import { can } from './invitations.policy.ts'

type SendingState = {
  readonly project: { readonly coordinationSpaceId: string } | undefined
  readonly organization: Organization | undefined
  readonly participates: boolean
  /** Whether it takes, or took, part in a project that the sender doesn't coordinate. */
  readonly elsewhere: boolean
  readonly idTaken: boolean
  /** The same invitation is open already. */
  readonly alreadyInvited: boolean
}

const guestRole: Readonly<Record<OrganizationKind, ParticipationRole>> = {
  partner: 'partner',
  municipality: 'municipality',
  observer: 'observer',
}
const day = 24 * 60 * 60 * 1000

/** Invites an address into a seat of an organization, which takes part in the project from then on. */
export const invitationSend = defineCommand(
  'invitation.send',
  sendInvitationInput,
  (state: SendingState, input, { actor, now }) => {
    const { project, organization } = state
    if (!project || !organization || !can.send(actor, { ...project, spaceId: input.spaceId })) throw notFound()
    if (!seatFitsKind(organization.kind, input.seat)) throw invalid('seatOfKind')
    // A seat opens all that its organization may see: one project's coordinator must not give away another's.
    if (state.elsewhere && !can.sendElsewhere(actor)) throw invalid('organizationElsewhere')
    if (state.idTaken) throw conflict('idTaken')
    if (state.alreadyInvited) throw conflict('alreadyInvited')
    const { invitationId, projectId, organizationId, seat, email, name, participationId } = input
    const expiresAt = new Date(Date.parse(now) + INVITATION_DAYS * day).toISOString()
    const participation = participationAdded.of({ participationId, organizationId, role: guestRole[organization.kind] })
    return [
      ...(state.participates ? [] : [inSpace(project.coordinationSpaceId, participation)]),
      inSpace(
        input.spaceId,
        invitationSent.of({ invitationId, projectId, organizationId, seat, email, name, expiresAt }),
      ),
    ]
  },
)

export const invitationRevoke = defineCommand(
  'invitation.revoke',
  revokeInvitationInput,
  (state: { readonly invitation: Pick<Invitation, 'acceptedAt' | 'revokedAt'> | undefined }, input, { actor }) => {
    if (!state.invitation || !can.revoke(actor)) throw notFound()
    if (state.invitation.acceptedAt) throw conflict('invitationAccepted')
    return state.invitation.revokedAt ? [] : [invitationRevoked.of({ invitationId: input.invitationId })]
  },
)

type AcceptingState = {
  /** Undefined where the secret doesn't fit. */
  readonly invitation: Invitation | undefined
  readonly participates: boolean
  readonly networkSpaceId: string
  /** The account with the invited address, if there is one. */
  readonly account: { readonly id: string; readonly disabledAt: string | null } | undefined
  readonly seatId: string
  readonly held: boolean
}

/** Whether an invitation can still be accepted. Used, expired, revoked and ended ones answer alike. */
export function isOpen(invitation: Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>, now: string): boolean {
  return !invitation.acceptedAt && !invitation.revokedAt && invitation.expiresAt > now
}

/** The invited person comes in: an account where there is none, the seat, and with it the memberships. */
export const invitationAccept = defineCommand(
  'invitation.accept',
  acceptInvitationInput,
  (state: AcceptingState, input, { actor, now }): EventDraft[] => {
    const { invitation, account, networkSpaceId } = state
    if (!invitation || !isOpen(invitation, now) || !state.participates || account?.disabledAt) throw notFound()
    const { invitationId, personId, personalSpaceId, name, rendition } = input
    // The link shows that the mail arrived; an account that exists already has to be signed in as well.
    if (actor.personId !== personId || (account && account.id !== personId)) throw invalid('signInFirst')
    if (!account && input.passwordHash === null) throw invalid('signInFirst')
    const { organizationId, seat } = invitation
    const added = personAdded.of({ personId, name, email: invitation.email, personalSpaceId })
    return [
      ...(account
        ? []
        : [inSpace(networkSpaceId, added), inSpace(personalSpaceId, preferencesChosen.of({ personId, rendition }))]),
      inSpace(input.spaceId, invitationAccepted.of({ invitationId, personId })),
      ...(state.held
        ? []
        : [inSpace(networkSpaceId, seatFilled.of({ organizationId, seatId: state.seatId, seat, personId }))]),
    ]
  },
)
