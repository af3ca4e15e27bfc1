import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownDatabase } from '../connection/owner.ts'
import { createPool } from '../connection/pool.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { keepEmbedded } from './keep.ts'
import { placesOf } from './places.ts'
import { runningPostmaster } from './postmaster.ts'

const patience = { timeout: 30_000, interval: 20 }

describe('an embedded database that is kept', () => {
  let dataDir: string
  let embedded: Embedded
  let pool: Pool
  const start = (): Promise<Embedded> => startEmbedded({ dataDir, log: () => undefined })
  const pid = (): number => runningPostmaster(placesOf(dataDir))?.pid ?? 0
  const told: string[] = []
  const log = { info: (message: string) => void told.push(message), error: () => void told.push('failed') }
  const answers = (): Promise<boolean> =>
    pool.query('select 1').then(
      () => true,
      () => false,
    )

  const owned = async (): Promise<boolean> => {
    const held = await pool.query(`select 1 from pg_locks where locktype = 'advisory'`).catch(() => undefined)
    return held?.rows.length === 1
  }

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kolo-kept-'))
    chmodSync(dataDir, 0o755)
  })
  afterAll(() => rmSync(dataDir, { recursive: true }))
  beforeEach(async () => {
    embedded = await start()
    pool = createPool(embedded.connection, { onError: () => undefined })
    told.length = 0
  })
  afterEach(async () => {
    await pool.end()
    await (await start()).stop()
  })

  it.each(['SIGKILL', 'SIGQUIT', 'SIGINT'] as const)('is started again, and owned, after %s', async (signal) => {
    const kept = await keepEmbedded(pool, embedded, { start, log, onLost: () => told.push('lost') })
    const before = pid()
    await pool.query('create table if not exists kept as select 7 as value')
    process.kill(before, signal)
    // For a moment the connections outlive the server that was killed, and still answer.
    await expect.poll(async () => ![0, before].includes(pid()) && (await answers()), patience).toBe(true)
    expect((await pool.query('select value from kept')).rows).toEqual([{ value: 7 }])
    await expect.poll(owned, patience).toBe(true)
    expect(told[0]).toBe('The database has ended. Starting it again …')
    expect(told).not.toContain('lost')
    await kept.release()
    await kept.stop()
    expect(pid()).toBe(0)
  })

  it('is tried again for as long as it doesn’t start', async () => {
    let failures = 2
    const stumbling = async (): Promise<Embedded> => {
      if ((failures -= 1) >= 0) throw new Error('no room')
      return start()
    }
    const options = { start: stumbling, log, onLost: () => told.push('lost'), pauseFor: 10 }
    const kept = await keepEmbedded(pool, embedded, options)
    process.kill(pid(), 'SIGKILL')
    await expect.poll(() => told.length, patience).toBeGreaterThan(2)
    await expect.poll(owned, patience).toBe(true)
    expect(told.slice(1, 3)).toEqual(['failed', 'failed'])
    await kept.release()
    await kept.stop()
  })

  it('is given up to a server that was quicker', async () => {
    const kept = await keepEmbedded(pool, embedded, {
      async start() {
        const begun = await start()
        const other = createPool(begun.connection, { onError: () => undefined })
        await ownDatabase(other, { onLost: () => undefined })
        others.push(other)
        return begun
      },
      log,
      onLost: () => told.push('lost'),
    })
    const others: Pool[] = []
    process.kill(pid(), 'SIGQUIT')
    await expect.poll(() => told, patience).toContain('lost')
    await kept.release()
    await (await start()).stop()
    await Promise.all(others.map((other) => other.end().catch(() => undefined)))
  })
})
