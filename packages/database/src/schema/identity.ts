import type { Generated } from 'kysely'
import type { SeatKind } from '@kolo/domain/core/roles'

export type AuthPasswordTable = { person_id: string; hash: string; changed_at: string }

export type AuthSessionTable = {
  id: string
  secret_hash: Buffer
  person_id: string
  opened_by: 'password' | 'link'
  created_at: string
  seen_at: string
  expires_at: string
  address: string
  agent: string
}

/** A link for signing in; redeeming it deletes the row. */
export type AuthLinkTable = { secret_hash: Buffer; person_id: string; expires_at: string }

/** How much of a limit is used until its window ends; the key is hashed, so that no addresses are collected. */
export type AuthLimitTable = { key: Buffer; used: number; ends_at: string }

export type InvitationTable = {
  id: string
  space_id: string
  project_id: string
  organization_id: string
  seat: SeatKind
  email: string
  name: string
  rendition: string
  /** Null until the mail with the link is made. */
  secret_hash: Generated<Buffer | null>
  sent_by: string
  sent_at: string
  expires_at: string
  accepted_at: Generated<string | null>
  person_id: Generated<string | null>
  revoked_at: Generated<string | null>
}

/** The ledger of mail: written with the fact that asks for it, before anything is sent. */
export type MailDeliveryTable = {
  key: string
  kind: 'invitation' | 'signInLink' | 'reportReminder' | 'approvalAsked'
  subject_id: string
  requested_at: string
  next_try_at: string
  tries: Generated<number>
  sent_at: Generated<string | null>
  given_up_at: Generated<string | null>
  last_error: Generated<string | null>
}

/** Where mail goes in development. */
export type MailboxTable = { id: string; recipient: string; subject: string; text: string; html: string; at: string }
