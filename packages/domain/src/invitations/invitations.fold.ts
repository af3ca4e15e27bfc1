import { changed, definePart, on, withRow } from '../core/part.ts'
import type { Invitation } from './invitations.ts'
import { invitationAccepted, invitationRevoked, invitationSent } from './invitations.events.ts'

/** The invitations that were sent from a space, by id. */
export type InvitationsPart = Readonly<Record<string, Invitation>>

/** The part `invitations` of the snapshots of the network and of coordination spaces. */
export const invitationsPart = definePart<InvitationsPart>({}, [
  on(invitationSent, (state, { payload, actorId, at }) => {
    const { invitationId: id, projectId, organizationId, seat, email, name, expiresAt } = payload
    const of = { id, projectId, organizationId, seat, email, name, expiresAt }
    return withRow(state, id, { ...of, sentBy: actorId, sentAt: at, acceptedAt: null, personId: null, revokedAt: null })
  }),
  on(invitationRevoked, (state, { payload, at }) =>
    changed(state, payload.invitationId, (invitation) => ({ ...invitation, revokedAt: at })),
  ),
  on(invitationAccepted, (state, { payload, at }) =>
    changed(state, payload.invitationId, (invitation) => ({
      ...invitation,
      acceptedAt: at,
      personId: payload.personId,
    })),
  ),
])
