import { randomUUID } from 'node:crypto'
import { DomainError, invalid, notFound } from '@kolo/domain/core/errors'
import { can } from '@kolo/domain/sessions/sessions.policy'
import type {
  changePasswordInput,
  redeemLinkInput,
  requestLinkInput,
  signInInput,
} from '@kolo/domain/sessions/sessions'
import type { z } from 'zod'
import type { Identity } from '../../credentials/identity.ts'
import { linkLimits, secretLimits, signInLimits } from '../../credentials/limits.ts'
import { secretHash } from '../../credentials/secrets.ts'
import type { Client, SignedIn } from '../../credentials/session-store.ts'

type Account = { readonly personId: string; readonly hash: string | null }

async function openAccount({ db }: Identity, email: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('auth_password', 'auth_password.person_id', 'person.id')
    .select(['person.id', 'auth_password.hash'])
    .where(({ fn }) => fn<string>('lower', ['person.email']), '=', email)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()
  return row && { personId: row.id, hash: row.hash }
}

const wrongCredentials = (): DomainError => new DomainError('unauthenticated', { reason: 'wrongCredentials' })

/** Signs in by password; unknown, closed and wrong take as long and answer alike. Gives the header that sets the session. */
export async function signIn(identity: Identity, input: z.infer<typeof signInInput>, client: Client): Promise<string> {
  const limits = signInLimits(input.email, client.address)
  await identity.limits.take(limits)
  const account = await openAccount(identity, input.email)
  const fits = await identity.passwords.fits(input.password, account?.hash ?? undefined)
  if (!account || account.hash === null || !fits) throw wrongCredentials()
  const cookie = await identity.sessions.openFor(account.personId, { hash: account.hash }, client)
  if (cookie === undefined) throw wrongCredentials()
  await identity.limits.giveBack(limits)
  return cookie
}

/** Asks for a link by mail; answers the same whether or not there is such an account, before anything is sent. */
export async function requestLink(
  identity: Identity,
  input: z.infer<typeof requestLinkInput>,
  client: Client,
): Promise<void> {
  await identity.limits.take(linkLimits(input.email, client.address))
  const account = await openAccount(identity, input.email)
  if (!account) return
  const now = identity.now()
  const delivery = { key: `signInLink:${randomUUID()}`, kind: 'signInLink' as const, subject_id: account.personId }
  // Not waited for: how long the answer takes would tell who has an account.
  const written = identity.db
    .insertInto('mail_delivery')
    .values({ ...delivery, requested_at: now, next_try_at: now })
    .execute()
  identity.wakeMail(written)
}

/** Signs in by a link, once; used, expired and invented ones answer alike. */
export async function redeemLink(
  identity: Identity,
  input: z.infer<typeof redeemLinkInput>,
  client: Client,
): Promise<string> {
  const limits = secretLimits(client.address)
  await identity.limits.take(limits)
  const link = await identity.db
    .deleteFrom('auth_link')
    .where('secret_hash', '=', secretHash(input.secret))
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst()
  if (!link || link.expires_at <= identity.now()) throw notFound()
  const person = await identity.db
    .selectFrom('person')
    .select('id')
    .where('id', '=', link.person_id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw notFound()
  await identity.limits.giveBack(limits)
  await identity.db.deleteFrom('auth_link').where('person_id', '=', person.id).execute()
  return identity.sessions.open(person.id, 'link', client)
}

/** Changes the password; whoever used the old one elsewhere is signed out. */
export async function changePassword(
  identity: Identity,
  input: z.infer<typeof changePasswordInput>,
  of: SignedIn,
  client: Client,
): Promise<void> {
  const session = await identity.sessions.detail(of)
  if (!session) throw new DomainError('unauthenticated')
  if (!can.setPasswordUnknowing(session, identity.now())) await checkCurrent(identity, input.current, of, client)
  await identity.setPassword(of.personId, input.next)
  await identity.db.deleteFrom('auth_link').where('person_id', '=', of.personId).execute()
  await identity.sessions.endOthers(of)
}

async function checkCurrent(
  identity: Identity,
  current: string | undefined,
  of: SignedIn,
  client: Client,
): Promise<void> {
  const limits = signInLimits(of.personId, client.address)
  await identity.limits.take(limits)
  const row = await identity.db
    .selectFrom('auth_password')
    .select('hash')
    .where('person_id', '=', of.personId)
    .executeTakeFirst()
  if (!(await identity.passwords.fits(current ?? '', row?.hash))) throw invalid('wrongPassword')
  await identity.limits.giveBack(limits)
}
