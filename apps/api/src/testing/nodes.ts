import { createDatabase, createPool, type Database, migrations } from '@kolo/database'
import { testDatabase } from '@kolo/database/testing'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { createIdentity, type Identity } from '../credentials/identity.ts'
import { partLoaders } from '../features/parts.ts'
import { ensureInstallation } from '../kernel/genesis.ts'
import { createKernel, type Kernel } from '../kernel/kernel.ts'
import type { Reads } from '../kernel/transaction.ts'
import { type CallLimits, callLimits } from '../transports/trpc/call-limits.ts'

/** A node without transports: a pool, a kernel and a memory of spaces of its own. */
export type HubNode = {
  readonly pool: Pool
  readonly db: Kysely<Database>
  readonly kernel: Kernel
  readonly identity: Identity
  /** Tests call as fast as they can. */
  readonly limits: CallLimits
}

/** Nodes on one throw-away database. None hears of another, unless a test tells it. */
export type HubNodes = {
  /** The database, past all nodes. */
  readonly pool: Pool
  readonly db: Kysely<Database>
  readonly nodes: readonly HubNode[]
  /** What went wrong in the background. */
  readonly failures: unknown[]
  close(): Promise<void>
}

/** Makes so many nodes on an empty hub. */
export async function hubNodes(count: number): Promise<HubNodes> {
  const { pool, db, connection, drop } = await testDatabase<Database>({ migrations })
  const failures: unknown[] = []
  const onError = (error: unknown): void => void failures.push(error)
  await ensureInstallation(pool, { demo: false, now: new Date().toISOString() })
  const nodes = Array.from({ length: count }, (): HubNode => {
    const own = createPool({ ...connection, max: 8 }, { onError })
    const reads = createDatabase<Database>(own)
    const kernel = createKernel({ pool: own, reads: reads as unknown as Reads, loaders: partLoaders, onError })
    const site = { publicUrl: 'http://kolo.test', production: false, wakeMail: () => undefined }
    const identity = createIdentity({ db: reads, log: kernel.log, onError, ...site })
    return { pool: own, db: reads, kernel, identity, limits: callLimits(100_000) }
  })
  return {
    pool,
    db,
    nodes,
    failures,
    async close() {
      for (const node of nodes) await node.kernel.idle()
      for (const node of nodes) await node.pool.end()
      await drop()
    },
  }
}
