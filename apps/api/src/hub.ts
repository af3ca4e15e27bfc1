import {
  createDatabase,
  createPool,
  type Database,
  keepEmbedded,
  type KeptDatabase,
  locateEmbedded,
  migrate,
  migrations,
  startEmbedded,
} from '@kolo/database'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Env } from './env.ts'
import { partLoaders } from './features/parts.ts'
import { createKernel, type Kernel } from './kernel/kernel.ts'
import type { Reads } from './kernel/transaction.ts'

/** What server and CLI share: the database, ready and migrated, and the kernel over it. */
export type Hub = {
  readonly env: Env
  readonly pool: Pool
  readonly db: Kysely<Database>
  readonly kernel: Kernel
  close(): Promise<void>
}

/** What the hub tells while it starts and runs. */
export type HubLog = { info(message: string): void; error(error: unknown): void }

/** Opens the hub as its one server: starts the embedded database where no other is named, owns it, migrates it. */
export async function openHub(
  env: Env,
  log: HubLog,
  onLost: () => void,
  { migrates } = { migrates: true },
): Promise<Hub> {
  const embedded = env.databaseUrl ? undefined : await startEmbedded(embeddedOptions(env, log))
  let closing = false
  const onError = (error: Error): void => {
    // A database that stops ends its idle connections with an error each.
    if (!closing) log.error(error)
  }
  const pool = createPool(embedded?.connection ?? { connectionString: env.databaseUrl! }, { onError })
  let kept: KeptDatabase | undefined
  try {
    // Several nodes may share a server's database; an embedded one has exactly one owner.
    const start = () => startEmbedded(embeddedOptions(env, log))
    kept = embedded ? await keepEmbedded(pool, embedded, { start, log, onLost }) : undefined
    if (migrates) await migrate(pool, migrations, log.info)
    return hubOver(env, pool, log, async () => {
      closing = true
      await kept?.release()
      await pool.end()
      await kept?.stop()
    })
  } catch (error) {
    closing = true
    await kept?.release()
    await pool.end()
    // Another server may own the database that was adopted: stop only what this start began.
    if (embedded && !embedded.adopted) await embedded.stop()
    throw error
  }
}

/** Joins the database beside a running server (CLI), or starts the embedded one for as long as the command takes. */
export async function joinHub(env: Env, log: HubLog, options: { migrates: boolean }): Promise<Hub> {
  if (env.databaseUrl) {
    const pool = createPool({ connectionString: env.databaseUrl }, { onError: log.error })
    return hubOver(env, pool, log, () => pool.end())
  }
  const running = await locateEmbedded(env.dataDir)
  if (!running) return openHub(env, log, () => undefined, options)
  const pool = createPool(running, { onError: log.error })
  return hubOver(env, pool, log, () => pool.end())
}

function embeddedOptions(env: Env, log: HubLog): Parameters<typeof startEmbedded>[0] {
  return { dataDir: env.dataDir, log: log.info, ...(env.postgresBin === undefined ? {} : { binDir: env.postgresBin }) }
}

function hubOver(env: Env, pool: Pool, log: HubLog, close: () => Promise<void>): Hub {
  const db = createDatabase<Database>(pool)
  const kernel = createKernel({ pool, reads: db as unknown as Reads, loaders: partLoaders, onError: log.error })
  return {
    env,
    pool,
    db,
    kernel,
    async close() {
      await kernel.idle()
      await close()
    },
  }
}
