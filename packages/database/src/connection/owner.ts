import { setTimeout as pause } from 'node:timers/promises'
import type { ClientBase, Pool } from 'pg'

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
const patience = 4_000

/** Takes the session lock by which one server owns the database; throws AlreadyOwned. `onLost` hears when the connection breaks. */
export async function ownDatabase(pool: Pool, options: { onLost: () => void }): Promise<Owner> {
  // A connection in use has no time-outs of the pool: it may idle for days.
  const client = await pool.connect()
  let released = false
  try {
    if (!(await patientLock(client))) throw new AlreadyOwned()
  } catch (error) {
    client.release(true)
    throw error
  }
  client.once('error', () => {
    if (released) return
    released = true
    client.release(true)
    options.onLost()
  })
  return {
    async release() {
      if (released) return
      released = true
      await client.query('select pg_advisory_unlock($1)', [ownerLock]).catch(() => undefined)
      client.release(true)
    },
  }
}

/** The database takes a moment to see that a server was killed, and the next one may start sooner. */
async function patientLock(client: ClientBase): Promise<boolean> {
  const deadline = Date.now() + patience
  while (!(await advisoryLock(client, ownerLock))) {
    if (Date.now() > deadline) return false
    await pause(50)
  }
  return true
}

/** Takes a lock for as long as the connection lives; false where another one holds it. */
export async function advisoryLock(client: ClientBase, key: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [key])
  return rows[0]?.locked === true
}
