import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

const timestamptz = 1184
const timestamp = 1114
const date = 1082
const bigint = 20

/** Rows speak JSON's words: moments are ISO 8601 in UTC, days stay days, counts are numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === timestamptz || oid === timestamp) return (text: string) => new Date(text).toISOString()
    if (oid === date) return (text: string) => text
    if (oid === bigint) return (text: string) => Number(text)
    return pg.types.getTypeParser(oid, format)
  },
}

/**
 * A pool of pipelining connections (`pipeline: false` for cursors, which such a connection refuses). `onError` hears of
 * idle connections that broke.
 */
export function createPool(config: pg.PoolConfig, options: { onError: (error: Error) => void }): pg.Pool {
  const pool = new pg.Pool({
    max: 12,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // Behind the server's own limits: where a line has gone silent nobody else ends the wait.
    query_timeout: 45_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    pipeline: true,
    ...config,
    types,
  })
  pool.on('error', options.onError)
  // Of one in use, its queries hear; but an error that nobody listens to ends the process, and the pool stops listening then.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Where the pool's new connections go from now on: a server that was started again may listen elsewhere. */
export function redirect(pool: pg.Pool, to: pg.ClientConfig): void {
  Object.assign(pool.options, to)
}

/** Kysely over the pool. */
export function createDatabase<DB>(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
