import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { findBinaries } from '../embedded/binaries.ts'
import { adoptEmbedded, startEmbedded } from '../embedded/embedded.ts'
import { withFileLock } from './file-lock.ts'

/** Nothing here has to outlive a loss of power. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** How to reach the server of the tests: the one that TEST_DATABASE_URL names, else an embedded one that all workers and runs share. */
export async function testServer(): Promise<pg.ClientConfig> {
  const named = process.env['TEST_DATABASE_URL']
  if (named) return { connectionString: named }
  const dataDir = sharedFolder()
  const start = () => startEmbedded({ dataDir, log: () => undefined, settings, leaveRunning: true })
  const { connection } = (await adoptEmbedded(dataDir)) ?? (await withFileLock(`${dataDir}.lock`, start))
  return { ...connection, database: 'postgres' }
}

/** How to reach one of the server's databases. */
export function databaseOf(server: pg.ClientConfig, database: string): pg.ClientConfig {
  if (server.connectionString === undefined) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** Stops the embedded server of the tests, if it runs; called when the last run is over. */
export async function stopTestServer(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return
  await (await adoptEmbedded(sharedFolder()))?.stop()
}

/** One for each user and each PostgreSQL: neither can read what another one wrote. */
function sharedFolder(): string {
  const version = createHash('sha256').update(findBinaries(undefined)).digest('hex').slice(0, 8)
  return join(tmpdir(), `kolo-test-database-${process.getuid?.() ?? 0}-${version}`)
}
