import type { Pool } from 'pg'

/** The right to be the one server on an embedded database, held for as long as its connection lives. */
export type Owner = { release(): Promise<void> }

/** A second server was refused. */
export class AlreadyOwned extends Error {
  constructor() {
    super('Another Kolo server is already running on this data.')
    this.name = 'AlreadyOwned'
  }
}

const ownerLock = 0x6b6f6c6f

/** Takes the session lock by which one server owns the database; throws AlreadyOwned. `onLost` hears when the connection breaks. */
export async function ownDatabase(pool: Pool, options: { onLost: () => void }): Promise<Owner> {
  const client = await pool.connect()
  // The connection idles for days: it must outlive the pool's time-outs.
  const { rows } = await client.query<{ owned: boolean }>('select pg_try_advisory_lock($1) as owned', [ownerLock])
  if (rows[0]?.owned !== true) {
    client.release()
    throw new AlreadyOwned()
  }
  let released = false
  client.once('error', () => {
    if (!released) options.onLost()
  })
  return {
    async release() {
      released = true
      await client.query('select pg_advisory_unlock($1)', [ownerLock]).catch(() => undefined)
      client.release(true)
    },
  }
}
