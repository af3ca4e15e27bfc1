import type { Pool } from 'pg'
import type { Env } from '../env.ts'
import { ensureInstallation, findInstallation, type Installation } from '../kernel/genesis.ts'

/** A start that would mix demo and production, or lose data; the message says what to do. */
export class RefusedStart extends Error {}

/** What this start is: an installation, and whether it is production. */
export type Mode = { readonly installation: Installation; readonly production: boolean; readonly fresh: boolean }

/**
 * Decides between demo and production. Production is: settings that say so, or a data folder that was started with
 * `--empty`. A demo never becomes production, and `--empty` never touches filled data.
 */
export async function decideMode(env: Env, pool: Pool, options: { empty: boolean; now: string }): Promise<Mode> {
  // Before anything is made: a start that is refused leaves no installation behind.
  if (env.production || options.empty) refuseFailpoint(env)
  const mode = await findMode(env, pool, options)
  if (mode.production) refuseFailpoint(env)
  return mode
}

function refuseFailpoint(env: Env): void {
  if (env.failpoint !== undefined)
    throw new RefusedStart('KOLO_FAILPOINT is for tests of crashes; a production doesn’t start with it.')
}

async function findMode(env: Env, pool: Pool, options: { empty: boolean; now: string }): Promise<Mode> {
  const found = await findInstallation(pool)
  if (found && options.empty) {
    throw new RefusedStart(
      `There is data already in ${env.databaseUrl ? 'this database' : env.dataDir}. Start without --empty to use it, or name another folder by KOLO_DATA.`,
    )
  }
  if (env.production && (await hasDemoAccounts(pool, found))) {
    throw new RefusedStart(
      'These settings are a production’s (DATABASE_URL, HOST or PUBLIC_URL), but the data holds demo accounts, whose password everyone knows. Use an empty database or data folder.',
    )
  }
  if (found) return { installation: found, production: env.production || !found.demo, fresh: false }
  const demo = !env.production && !options.empty
  return { installation: await ensureInstallation(pool, { demo, now: options.now }), production: !demo, fresh: true }
}

async function hasDemoAccounts(pool: Pool, found: Installation | undefined): Promise<boolean> {
  if (!found) return false
  if (found.demo) return true
  const { rows } = await pool.query('select 1 from person where demo limit 1')
  return rows.length > 0
}
