import type { Database } from '@kolo/database'
import type { Kysely } from 'kysely'
import type { LogWakeUps } from '../kernel/log.ts'
import { createLimits, type Limits } from './limits.ts'
import { createPasswords, type PasswordCost, type Passwords } from './passwords.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'

/** Credentials and sessions, which stand outside of the log (docs/decisions/006-credentials.md). */
export type Identity = {
  readonly sessions: SessionStore
  readonly limits: Limits
  /** Writes of credentials and links; nothing of spaces is written here. */
  readonly db: Kysely<Database>
  readonly now: () => string
  /** Whether it is a production: no mailbox page, no demo. */
  readonly production: boolean
  /** The address that people use, without a slash at the end. */
  readonly publicUrl: string
  /** Tells the post that a delivery waits, or will wait once it is written. */
  readonly wakeMail: (afterWriting?: Promise<unknown>) => void
  readonly passwords: Passwords
  /** Stores a password (its hash may be given instead, to store one for many); the person's sessions go on. */
  setPassword(personId: string, password: string | { readonly hash: string }): Promise<void>
}

/** Makes the service over the hub's pool; it ends the sessions of people whose account is closed, and wakes the post for invitations. */
export function createIdentity(options: {
  db: Kysely<Database>
  log: LogWakeUps
  publicUrl: string
  production: boolean
  wakeMail: Identity['wakeMail']
  onError: (error: unknown) => void
  now?: () => string
  passwordCost?: PasswordCost
}): Identity {
  const { db, publicUrl, production, wakeMail, onError } = options
  const now = options.now ?? (() => new Date().toISOString())
  const passwords = createPasswords(options.passwordCost)
  const sessions = createSessionStore({ db, secure: publicUrl.startsWith('https:'), now, onError })
  options.log.subscribe((events) => {
    for (const event of events) {
      if (event.type === 'person.disabled') sessions.revoked({ personId: String(event.payload['personId']) })
      if (event.type === 'invitation.sent' || event.type === 'report.approvalAsked') wakeMail()
    }
  })
  return {
    sessions,
    limits: createLimits(db, now),
    db,
    now,
    production,
    publicUrl,
    wakeMail,
    passwords,
    async setPassword(personId, password) {
      const hash = typeof password === 'string' ? await passwords.hash(password) : password.hash
      const row = { person_id: personId, hash, changed_at: now() }
      await db
        .insertInto('auth_password')
        .values(row)
        .onConflict((clash) => clash.column('person_id').doUpdateSet({ hash: row.hash, changed_at: row.changed_at }))
        .execute()
    },
  }
}
