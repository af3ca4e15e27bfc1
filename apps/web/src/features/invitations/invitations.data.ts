import type { Invitation } from '@kolo/domain/invitations/invitations'

/** How an invitation stands. */
export type Standing = 'pending' | 'accepted' | 'revoked' | 'expired'

/** How an invitation stands at a moment, ISO 8601. */
export function standingOf(
  invitation: Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: string,
): Standing {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt > now ? 'pending' : 'expired'
}

/** The tone of each standing. */
export const tones = {
  pending: 'attention',
  accepted: 'success',
  revoked: 'neutral',
  expired: 'neutral',
} as const satisfies Record<Standing, string>
