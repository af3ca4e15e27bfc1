import { randomUUID } from 'node:crypto'
import type { Database } from '@kolo/database'
import type { OpenSession } from '@kolo/domain/sessions/sessions'
import type { Kysely } from 'kysely'
import { noSessionCookie, sessionCookie, sessionDays, sessionSecretIn } from './cookies.ts'
import { newSecret, secretHash } from './secrets.ts'

/** Who is signed in, and by which session. */
export type SignedIn = { readonly personId: string; readonly sessionId: string }
/** Where a request comes from. */
export type Client = { readonly address: string; readonly agent: string }
/** Sessions that have ended: one, or all of a person. */
export type Revocation = { readonly personId?: string; readonly sessionId?: string }

/** Sign-ins: opened, read on every request, ended at once. */
export type SessionStore = {
  /** Who sends these headers; at most five seconds old on other nodes, at once on this one. */
  read(headers: Headers): Promise<SignedIn | undefined>
  /** Opens a session with a secret of its own (never one that the browser brought); gives the header that sets it. */
  open(personId: string, by: 'password' | 'link', client: Client): Promise<string>
  /** Opens one for a password that was found to fit this hash; undefined where it has been changed meanwhile. */
  openFor(personId: string, fitting: { readonly hash: string }, client: Client): Promise<string | undefined>
  /** Ends one session of the person. */
  end(of: SignedIn): Promise<void>
  /** Ends all sessions of the person, save one. */
  endOthers(of: SignedIn): Promise<void>
  list(of: SignedIn): Promise<OpenSession[]>
  detail(of: SignedIn): Promise<{ by: 'password' | 'link'; createdAt: string } | undefined>
  /** The header that makes a browser forget its session. */
  readonly noCookie: string
  /** Calls back when sessions end, so that live connections can be closed; `own`: only of those that were ended here. */
  onRevoked(listener: (what: Revocation) => void, which?: 'all' | 'own'): () => void
  /** Forgets what is known of sessions that ended elsewhere, and tells the listeners. */
  revoked(what: Revocation): void
  /** Those of the sessions that are over, however they ended. */
  overOf(sessionIds: readonly string[]): Promise<string[]>
}

const cachedFor = 5_000
const cachedAtMost = 10_000
const seenEvery = 5 * 60_000
const day = 24 * 60 * 60_000

/** Makes the store. `secure` follows from the public address; `now` is the clock. */
export function createSessionStore(options: {
  db: Kysely<Database>
  secure: boolean
  now: () => string
  onError: (error: unknown) => void
}): SessionStore {
  const { db, secure, now } = options
  const cache = sessionCache(() => Date.parse(now()))
  const listeners = new Map<(what: Revocation) => void, 'all' | 'own'>()

  const find = async (secret: string): Promise<SignedIn | undefined> => {
    const at = now()
    const row = await db
      .selectFrom('auth_session')
      .innerJoin('person', 'person.id', 'auth_session.person_id')
      .select(['auth_session.id', 'auth_session.person_id', 'auth_session.seen_at'])
      .where('auth_session.secret_hash', '=', secretHash(secret))
      .where('auth_session.expires_at', '>', at)
      .where('person.disabled_at', 'is', null)
      .executeTakeFirst()
    if (row && Date.parse(at) - Date.parse(row.seen_at) > seenEvery) {
      db.updateTable('auth_session').set({ seen_at: at }).where('id', '=', row.id).execute().catch(options.onError)
    }
    return row && { personId: row.person_id, sessionId: row.id }
  }

  const tell = (what: Revocation, elsewhere: boolean): void => {
    cache.forget(what)
    for (const [listener, which] of listeners) if (!elsewhere || which === 'all') listener(what)
  }

  return {
    ...writes(options, (what) => tell(what, false)),
    revoked: (what) => tell(what, true),
    noCookie: noSessionCookie(secure),
    async read(headers) {
      const secret = sessionSecretIn(headers, secure)
      return secret === undefined ? undefined : cache.through(secret, () => find(secret))
    },
    onRevoked(listener, which = 'all') {
      listeners.set(listener, which)
      return () => listeners.delete(listener)
    },
    async overOf(sessionIds) {
      if (sessionIds.length === 0) return []
      const open = await db
        .selectFrom('auth_session')
        .innerJoin('person', 'person.id', 'auth_session.person_id')
        .select('auth_session.id')
        .where('auth_session.id', 'in', sessionIds)
        .where('auth_session.expires_at', '>', now())
        .where('person.disabled_at', 'is', null)
        .execute()
      const still = new Set(open.map(({ id }) => id))
      return sessionIds.filter((id) => !still.has(id))
    },
  }
}

function writes(
  { db, secure, now }: { db: Kysely<Database>; secure: boolean; now: () => string },
  revoked: (what: Revocation) => void,
): Pick<SessionStore, 'open' | 'openFor' | 'end' | 'endOthers' | 'list' | 'detail'> {
  /** A session to be written, and its secret; what has expired goes. */
  const fresh = async (personId: string, by: 'password' | 'link', { address, agent }: Client) => {
    const secret = newSecret()
    const at = now()
    await db.deleteFrom('auth_session').where('expires_at', '<=', at).execute()
    const row = {
      id: randomUUID(),
      secret_hash: secretHash(secret),
      person_id: personId,
      opened_by: by,
      created_at: at,
      seen_at: at,
      expires_at: new Date(Date.parse(at) + sessionDays * day).toISOString(),
      address,
      agent: agent.slice(0, 300),
    }
    return { secret, row }
  }
  return {
    async open(personId, by, client) {
      const { secret, row } = await fresh(personId, by, client)
      await db.insertInto('auth_session').values(row).execute()
      return sessionCookie(secret, secure)
    },
    async openFor(personId, { hash }, client) {
      const { secret, row } = await fresh(personId, 'password', client)
      const opened = await db.transaction().execute(async (tx) => {
        // Whoever changes the password waits for this, and then finds the session to end it; or this finds another hash.
        const still = await tx
          .selectFrom('auth_password')
          .select('hash')
          .where('person_id', '=', personId)
          .where('hash', '=', hash)
          .forShare()
          .executeTakeFirst()
        if (still) await tx.insertInto('auth_session').values(row).execute()
        return still !== undefined
      })
      return opened ? sessionCookie(secret, secure) : undefined
    },
    async end({ personId, sessionId }) {
      const ended = await db
        .deleteFrom('auth_session')
        .where('id', '=', sessionId)
        .where('person_id', '=', personId)
        .returning('id')
        .execute()
      for (const { id } of ended) revoked({ sessionId: id })
    },
    async endOthers({ personId, sessionId }) {
      const ended = await db
        .deleteFrom('auth_session')
        .where('person_id', '=', personId)
        .where('id', '!=', sessionId)
        .returning('id')
        .execute()
      for (const { id } of ended) revoked({ sessionId: id })
    },
    async list({ personId, sessionId }) {
      const rows = await db
        .selectFrom('auth_session')
        .select(['id', 'created_at', 'seen_at', 'expires_at', 'address', 'agent'])
        .where('person_id', '=', personId)
        .where('expires_at', '>', now())
        .orderBy('seen_at', 'desc')
        .execute()
      return rows.map(({ id, created_at: createdAt, seen_at: seenAt, expires_at: expiresAt, address, agent }) => {
        return { id, createdAt, seenAt, expiresAt, address, agent, current: id === sessionId }
      })
    },
    async detail({ personId, sessionId }) {
      const row = await db
        .selectFrom('auth_session')
        .select(['opened_by', 'created_at'])
        .where('id', '=', sessionId)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row && { by: row.opened_by, createdAt: row.created_at }
    },
  }
}

type Cached = { readonly value: SignedIn; readonly until: number }

/** Remembers who a secret belongs to for five seconds. What was revoked while it was being read isn't remembered. */
function sessionCache(clock: () => number) {
  const known = new Map<string, Cached>()
  let generation = 0
  return {
    async through(secret: string, find: () => Promise<SignedIn | undefined>): Promise<SignedIn | undefined> {
      const cached = known.get(secret)
      if (cached && cached.until > clock()) return cached.value
      known.delete(secret)
      const before = generation
      const value = await find()
      if (!value || before !== generation) return value
      if (known.size >= cachedAtMost) known.delete(known.keys().next().value!)
      known.set(secret, { value, until: clock() + cachedFor })
      return value
    },
    forget({ personId, sessionId }: Revocation): void {
      generation += 1
      for (const [secret, { value }] of known) {
        if (value.personId === personId || value.sessionId === sessionId) known.delete(secret)
      }
    },
  }
}
