import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { emailSchema, personNameSchema, renditionSchema } from '../people/people.ts'

/** The shortest password that may be chosen. */
const PASSWORD_LENGTH = 10

/** A password that is being chosen: length is what counts. */
const newPasswordSchema = z.string().min(PASSWORD_LENGTH).max(256)
/** A password that is being tried. */
const triedPasswordSchema = z.string().min(1).max(256)
/** The secret of a link: 32 random bytes in base64url. */
export const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const signInInput = z.object({ email: emailSchema, password: triedPasswordSchema })
export const requestLinkInput = z.object({ email: emailSchema })
export const redeemLinkInput = z.object({ secret: secretSchema })
export const endSessionInput = z.object({ sessionId: idSchema })
/** `current` may be left out shortly after signing in by link. */
export const changePasswordInput = z.object({ current: triedPasswordSchema.optional(), next: newPasswordSchema })
export const completeSetupInput = z.object({
  secret: secretSchema,
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  rendition: renditionSchema,
})
export const previewInvitationInput = z.object({ secret: secretSchema })
/** `name` and `password` are for those who have no account yet. */
export const answerInvitationInput = z.object({
  secret: secretSchema,
  rendition: renditionSchema,
  account: z.object({ name: personNameSchema, password: newPasswordSchema }).optional(),
})

/** A sign-in that is open, as its person sees it. */
export type OpenSession = {
  readonly id: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  readonly address: string
  readonly agent: string
  readonly current: boolean
}
