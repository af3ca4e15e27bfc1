import type { PartName, SpaceState } from '@kolo/domain/events/parts'
import { type Database, pipelined } from '@kolo/database'
import type { Pool } from 'pg'
import type { Reads } from './transaction.ts'

/** Loads a noun's share of a space from its tables; equals what the part's fold makes of the log. */
export type PartLoader<State> = (db: Reads, spaceId: string) => Promise<State>

/** A loader for each part; a part without one doesn't type-check. */
export type PartLoaders = { readonly [Name in PartName]: PartLoader<SpaceState[Name]> }

/** A space's live state at `seq`, in the log named by `epoch`. */
export type Snapshot = { readonly epoch: string; readonly seq: number; readonly parts: SpaceState }

/** Runs reads on one consistent view of the database, all in flight at once: REPEATABLE READ on a pipelined connection. */
export async function readTogether<Output>(pool: Pool, work: (reads: Reads) => Promise<Output>): Promise<Output> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const begun = client.query('begin isolation level repeatable read read only')
    // Where the connection breaks the reads fail too, and are heard first.
    begun.catch(() => undefined)
    const output = await work(pipelined<Database>(client) as unknown as Reads)
    await begun
    await client.query('commit')
    return output
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Head and all parts of a space. The caller has checked who asks. */
export async function takeSnapshot(reads: Reads, loaders: PartLoaders, spaceId: string): Promise<Snapshot> {
  const names = Object.keys(loaders) as PartName[]
  const [space, installation, ...states] = await Promise.all([
    reads.selectFrom('space').select('head').where('id', '=', spaceId).executeTakeFirstOrThrow(),
    reads.selectFrom('installation').select('epoch').executeTakeFirstOrThrow(),
    ...names.map((name) => loaders[name](reads, spaceId)),
  ])
  const parts = Object.fromEntries(names.map((name, index) => [name, states[index]])) as unknown as SpaceState
  return { epoch: installation.epoch, seq: space.head, parts }
}
