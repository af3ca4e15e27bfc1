import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Database } from '@kolo/database'
import { DomainError } from '@kolo/domain/core/errors'
import { type Kysely, sql } from 'kysely'

/** How often something may be tried: `max` times in `seconds`, counted under `key`. */
export type Limit = { readonly key: string; readonly max: number; readonly seconds: number }

/** Counters in the database, so that they hold on every node and after a restart. */
export type Limits = {
  /** Counts a try under each limit; throws `tooMany` where one is used up. */
  take(limits: readonly Limit[]): Promise<void>
  /** Takes a try back, when it turned out to be rightful. */
  giveBack(limits: readonly Limit[]): Promise<void>
}

const minute = 60
const hour = 60 * minute

/** One person's network: an IPv6 subscriber has a whole /64. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const full = [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':').filter(Boolean)]
  return full
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

// A network's own limit comes first: whoever has used it up leaves no counters for the accounts that they invent.

/** Tries of one network at any account, of one account from one network, and of one account from anywhere. */
export const signInLimits = (email: string, address: string): Limit[] => [
  { key: `signIn ${networkOf(address)}`, max: 100, seconds: 15 * minute },
  { key: `signIn ${email} ${networkOf(address)}`, max: 10, seconds: 15 * minute },
  { key: `signIn ${email}`, max: 100, seconds: hour },
]

/** Mail asked for from one network, and mail to one address. */
export const linkLimits = (email: string, address: string): Limit[] => [
  { key: `link ${networkOf(address)}`, max: 30, seconds: 15 * minute },
  { key: `link ${email}`, max: 5, seconds: 15 * minute },
]

/** Guesses at the secrets of links, which have 256 bits anyway. */
export const secretLimits = (address: string): Limit[] => [
  { key: `secret ${networkOf(address)}`, max: 100, seconds: 15 * minute },
]

// Keys hold addresses of people who may have no account here: store a hash.
const hashed = (key: string): Buffer => createHash('sha256').update(key).digest()

/** Makes the counters. Windows begin with the first try and end after their seconds. */
export function createLimits(db: Kysely<Database>, now: () => string): Limits {
  let forgetFrom = 0
  /** Takes away the counters whose windows are over, once an hour. */
  const forget = async (): Promise<void> => {
    const at = now()
    if (Date.parse(at) < forgetFrom) return
    forgetFrom = Date.parse(at) + hour * 1000
    await db.deleteFrom('auth_limit').where('ends_at', '<=', at).execute()
  }
  const take = async ({ key, max, seconds }: Limit): Promise<void> => {
    const at = now()
    const endsAt = new Date(Date.parse(at) + seconds * 1000).toISOString()
    const { used, ends_at } = await db
      .insertInto('auth_limit')
      .values({ key: hashed(key), used: 1, ends_at: endsAt })
      .onConflict((clash) =>
        clash.column('key').doUpdateSet({
          used: sql<number>`case when auth_limit.ends_at <= ${at} then 1 else auth_limit.used + 1 end`,
          ends_at: sql<string>`case when auth_limit.ends_at <= ${at} then excluded.ends_at else auth_limit.ends_at end`,
        }),
      )
      .returning(['used', 'ends_at'])
      .executeTakeFirstOrThrow()
    if (used <= max) return
    throw new DomainError('tooMany', { seconds: Math.max(1, Math.ceil((Date.parse(ends_at) - Date.parse(at)) / 1000)) })
  }
  return {
    async take(limits) {
      await forget()
      for (const limit of limits) await take(limit)
    },
    async giveBack(limits) {
      const keys = limits.map((limit) => hashed(limit.key))
      await db
        .updateTable('auth_limit')
        .set(({ eb, fn, val }) => ({ used: fn<number>('greatest', [eb('used', '-', 1), val(0)]) }))
        .where('key', 'in', keys)
        .execute()
    },
  }
}
