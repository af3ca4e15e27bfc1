import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { type SeatKind, seatKinds } from '../core/roles.ts'
import { emailSchema, personNameSchema, renditionSchema } from '../people/people.ts'

/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 14

/** An invitation as the snapshot of the space from which it was sent shows it; never with its secret. */
export type Invitation = {
  readonly id: string
  readonly projectId: string
  readonly organizationId: string
  readonly seat: SeatKind
  readonly email: string
  readonly name: string
  readonly sentBy: string
  readonly sentAt: string
  readonly expiresAt: string
  readonly acceptedAt: string | null
  /** Who accepted it. */
  readonly personId: string | null
  readonly revokedAt: string | null
}

/** `spaceId` is the project's coordination space, or the network's for administrators. */
export const sendInvitationInput = z.object({
  spaceId: idSchema,
  invitationId: idSchema,
  projectId: idSchema,
  organizationId: idSchema,
  seat: z.enum(seatKinds),
  email: emailSchema,
  name: personNameSchema,
  /** The language of the mail. */
  rendition: renditionSchema,
  /** The participation that begins where the organization isn't in the project yet. */
  participationId: idSchema,
})
export const revokeInvitationInput = z.object({ spaceId: idSchema, invitationId: idSchema })

/** What the server sends itself once it has checked the secret of the link; never a request's own words. */
export const acceptInvitationInput = z.object({
  spaceId: idSchema,
  invitationId: idSchema,
  /** SHA-256 of the link's secret, in hexadecimal digits. */
  secretHash: z.string(),
  personId: idSchema,
  personalSpaceId: idSchema,
  name: personNameSchema,
  rendition: renditionSchema,
  /** The stored form of the new account's password; null where the person has an account. */
  passwordHash: z.string().nullable(),
})
