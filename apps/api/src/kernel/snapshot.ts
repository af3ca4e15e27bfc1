import type { PartName, SpaceState } from '@kolo/domain/events/parts'
import { type Database, pipelined } from '@kolo/database'
import type { Pool } from 'pg'
import type { Head } from './append.ts'
import type { Reads } from './transaction.ts'

/** Loads a noun's share of a space from its tables; equals what the part's fold makes of the log. */
export type PartLoader<State> = (db: Reads, spaceId: string) => Promise<State>

/** A loader for each part; a part without one doesn't type-check. */
export type PartLoaders = { readonly [Name in PartName]: PartLoader<SpaceState[Name]> }

/** A space as a process last left it: what its log says up to its head. */
export type Remembered = { readonly head: Head; readonly parts: SpaceState }

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

/** Head and all parts of a space. The caller has checked who asks. `remembered` counts as long as its head is the space's. */
export async function takeSnapshot(
  reads: Reads,
  loaders: PartLoaders,
  spaceId: string,
  remembered?: Remembered,
): Promise<Snapshot> {
  if (remembered) {
    const { head, head_hash: hash, epoch } = await endOf(reads, spaceId)
    const { parts } = remembered
    if (head === remembered.head.seq && hash.equals(remembered.head.hash)) return { epoch, seq: head, parts }
  }
  const names = Object.keys(loaders) as PartName[]
  const [{ head, epoch }, ...states] = await Promise.all([
    endOf(reads, spaceId),
    ...names.map((name) => loaders[name](reads, spaceId)),
  ])
  const parts = Object.fromEntries(names.map((name, index) => [name, states[index]])) as unknown as SpaceState
  return { epoch, seq: head, parts }
}

const endOf = (reads: Reads, spaceId: string): Promise<{ head: number; head_hash: Buffer; epoch: string }> =>
  reads
    .selectFrom(['space', 'installation'])
    .select(['space.head', 'space.head_hash', 'installation.epoch'])
    .where('space.id', '=', spaceId)
    .executeTakeFirstOrThrow()
