import { type Database, pipelined, send } from '@kolo/database'
import type { Pool, PoolClient } from 'pg'
import { isWithoutConnection } from './outcome.ts'
import type { Reads } from './transaction.ts'

/**
 * Lends a connection to `work`. Where that fails, the transaction is rolled back; a connection that is gone, or on which
 * not even that is possible, is thrown away.
 */
export async function withConnection<Output>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Output>,
): Promise<Output> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    broken = isWithoutConnection(error) ? error : await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Gives the error of a connection that can't even do that. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/**
 * Runs reads on one consistent view of the database, all in flight at once: REPEATABLE READ on a pipelined connection. What
 * was read is answered while the transaction still ends, of which nothing hangs.
 */
export function readTogether<Output>(pool: Pool, work: (reads: Reads) => Promise<Output>): Promise<Output> {
  const { promise, resolve, reject } = Promise.withResolvers<Output>()
  withConnection(pool, async (client) => {
    const begun = send(client, 'begin isolation level repeatable read read only')
    // Where the connection breaks the reads fail too, and are heard first.
    begun.catch(() => undefined)
    const output = await work(pipelined<Database>(client) as unknown as Reads)
    await begun
    resolve(output)
    await client.query('commit')
  }).catch(reject)
  return promise
}
