import type { InvitationsPart } from '@kolo/domain/invitations/invitations.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { invitationsOf } from './invitations.queries.ts'

/** The invitations that were sent from the network or a coordination space; empty in every other. */
export const loadInvitations: PartLoader<InvitationsPart> = async (db, spaceId) => {
  const invitations = await invitationsOf(db, spaceId)
  return Object.fromEntries(invitations.map((invitation) => [invitation.id, invitation]))
}
