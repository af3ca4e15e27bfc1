import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { startEmbedded } from '../embedded/embedded.ts'

const dataDir = join(tmpdir(), 'kolo-test-database')
const lockDir = `${dataDir}.lock`
const staleAfter = 90_000

/** How to reach the server of the tests: the one that TEST_DATABASE_URL names, else an embedded one that all workers share. */
export async function testServer(): Promise<pg.ClientConfig> {
  const named = process.env['TEST_DATABASE_URL']
  if (named) return { connectionString: named }
  return locked(async () => {
    const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
    const { connection } = await startEmbedded({ dataDir, log: () => undefined, settings })
    return { ...connection, database: 'postgres' }
  })
}

/** Stops the embedded server of the tests; called when the whole run is over. */
export async function stopTestServer(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return
  await locked(async () => {
    const { stop } = await startEmbedded({ dataDir, log: () => undefined })
    await stop()
  })
}

/** One starter at a time, across processes: a folder is made by exactly one. */
async function locked<Output>(work: () => Promise<Output>): Promise<Output> {
  for (;;) {
    try {
      mkdirSync(lockDir)
      break
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
      // Left by a killed run: take it over.
      const age = Date.now() - (statSync(lockDir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > staleAfter) rmdirSync(lockDir)
      else await pause(20)
    }
  }
  try {
    return await work()
  } finally {
    rmdirSync(lockDir)
  }
}
