import { createHash } from 'node:crypto'
import type { Database } from '@kolo/database'
import { isRendition, type Rendition } from '@kolo/i18n'
import type { Kysely } from 'kysely'

/** A row of the ledger, as far as letters need it. */
export type Delivery = {
  readonly key: string
  readonly kind: 'invitation' | 'signInLink' | 'reportReminder' | 'approvalAsked'
  readonly subject_id: string
  readonly requested_at: string
}

/** What letters are written from. */
export type Desk = { readonly db: Kysely<Database>; readonly publicUrl: string; readonly now: () => string }

/** The rendition in which a person or a guest reads. */
export const renditionOf = (stored: string): Rendition => (isRendition(stored) ? stored : 'en')

/** The same for each try, so that a letter that is sent again is known as the same. */
export function messageIdOf(desk: Desk, key: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return `<${digest}@${new URL(desk.publicUrl).hostname}>`
}
