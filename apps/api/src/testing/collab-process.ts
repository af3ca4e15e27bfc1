import { type Database, createDatabase, createPool } from '@kolo/database'
import { createKernel } from '../kernel/kernel.ts'
import type { Reads } from '../kernel/transaction.ts'
import { collabServer } from './collab.ts'

// A document server in a process of its own, to be killed. Takes the database's connection as JSON; tells its address.
const pool = createPool(JSON.parse(process.argv[2] ?? '{}'), { onError: () => undefined })
const kernel = createKernel({
  pool,
  reads: createDatabase<Database>(pool) as unknown as Reads,
  onError: () => undefined,
})
const { url } = await collabServer({ kernel, pool, snapshotEvery: 20 })
process.send?.(url)
