import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SharedHub, sharedHub } from '@kolo/api/testing'
import { type Embedded, startEmbedded } from '@kolo/database'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { clientWith } from '../../people/person.ts'
import { type Load, putUnderLoad } from '../load.ts'
import { demoRig, type Rig, sharedRig } from '../rig.ts'

const rounds = Number(process.env['DATABASE_ROUNDS'] ?? 2)
const patience = { timeout: 30_000, interval: 20 }
/** `pg_ctl stop -m immediate`, and worse. */
const ends = ['SIGQUIT', 'SIGKILL'] as const

const pidIn = (dataDir: string): number => {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}
const writesOn = (load: Load): Promise<void> => {
  const before = load.acknowledged()
  return expect.poll(() => load.acknowledged(), patience).toBeGreaterThan(before + 20)
}
/** Row A2: nothing lost; what failed may be tried again; nobody was left hanging. */
const expectFine = async (load: Load): Promise<void> => {
  await load.end()
  await load.expectKept()
  expect([...load.failures]).toEqual(['unavailable'])
  expect(load.longest()).toBeLessThan(10_000)
}

describe('the database of a server stops at once under load', () => {
  let rig: Rig

  beforeAll(async () => {
    rig = await demoRig()
  })
  afterAll(() => rig.stop())

  it('[SYN20] [SYN26] and is started again by the server, which loses nothing and lives', async () => {
    const { server } = rig
    const { pid } = server
    const load = await putUnderLoad(rig)
    for (let round = 0; round < rounds; round += 1) {
      await writesOn(load)
      const before = pidIn(server.dataDir)
      process.kill(before, ends[round % 2])
      await expect.poll(() => pidIn(server.dataDir), patience).not.toBe(before)
      await writesOn(load)
    }
    await expectFine(load)
    expect(server.pid).toBe(pid)
  })
})

describe('a database of its own stops at once under load', () => {
  let dataDir: string
  let database: Embedded
  let shared: SharedHub
  let rig: Rig
  const start = (): Promise<Embedded> => startEmbedded({ dataDir, log: () => undefined })

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'kolo-stopped-'))
    chmodSync(dataDir, 0o755)
    database = await start()
    const { user, port, host } = database.connection
    vi.stubEnv('TEST_DATABASE_URL', `postgres://${user}@127.0.0.1:${port}/postgres?host=${encodeURIComponent(host)}`)
    shared = await sharedHub().finally(() => vi.unstubAllEnvs())
    rig = await sharedRig(shared)
  })
  afterAll(async () => {
    await rig.server.stop()
    await shared.hub.pool.end()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('[SYN20] [SYN26] and the server, which loses nothing, goes on once it is back', async () => {
    const { server } = rig
    const { pid } = server
    const load = await putUnderLoad(rig)
    for (let round = 0; round < rounds; round += 1) {
      await writesOn(load)
      const cookie = await shared.cookieOf(shared.coordinatorIds[0])
      process.kill(pidIn(dataDir), ends[round % 2])
      await expect.poll(() => fetch(`${server.url}/readyz`).then(({ status }) => status), patience).toBe(503)
      // Of whom nothing is remembered: even who they are can't be asked.
      const stranger = clientWith(server.url, cookie)
      const asked = stranger.spaces.mine.query({})
      await expect(asked).rejects.toMatchObject({ data: { code: 'unavailable' } })
      database = await start()
      await writesOn(load)
    }
    await expectFine(load)
    expect(server.pid).toBe(pid)
  })
})
