import { describe, expect, it } from 'vitest'
import { putUnderLoad } from '../load.ts'
import { demoRig, type Rig } from '../rig.ts'
import { mountSmallVolume, type SmallVolume } from './small-volume.ts'

const patience = { timeout: 60_000, interval: 20 }
const volume = mountSmallVolume(160)
const attempt =
  'refusal' in volume
    ? { title: `isn’t tried here: no volume of its own may be mounted (${volume.refusal})`, run: tellThatItIsNotTried }
    : { title: 'loses nothing, says so, and goes on by itself once there is room', run: () => onVolume(volume) }

/** Row A8 of the quality list on a volume that is really full: tables and files first, then the log that PostgreSQL writes ahead. */
describe('a data folder on a full volume', () => {
  it(`[SYN20] [SYN26] ${attempt.title}`, attempt.run)
})

function tellThatItIsNotTried(): void {
  process.stderr.write(`A data folder on a full volume ${attempt.title}\n`)
}

async function onVolume(small: SmallVolume): Promise<void> {
  let rig: Rig | undefined
  try {
    rig = await demoRig({ dataDir: small.folder })
    await runFull(rig, small)
  } finally {
    small.clear()
    await rig?.stop()
    small.remove()
  }
}

async function runFull(rig: Rig, { fill, clear }: SmallVolume): Promise<void> {
  const { server, onPool } = rig
  const { pid } = server
  const ready = (): Promise<number> => fetch(`${server.url}/readyz`).then(({ status }) => status)
  const load = await putUnderLoad(rig)
  await expect.poll(() => load.acknowledged(), patience).toBeGreaterThan(20)
  expect([...load.failures]).toEqual([])
  fill()
  await expect.poll(() => load.failures.size, patience).toBeGreaterThan(0)
  // A new piece of the log is needed, and can't be made: PostgreSQL ends, and can't come back.
  await onPool((pool) => pool.query('select pg_switch_wal()').catch(() => undefined))
  await expect.poll(ready, patience).toBe(503)
  const before = load.acknowledged()
  clear()
  await expect.poll(ready, patience).toBe(200)
  await expect.poll(() => load.acknowledged(), patience).toBeGreaterThan(before + 20)
  await load.end()
  await load.expectKept()
  expect([...load.failures]).toEqual(['unavailable'])
  expect(load.longest()).toBeLessThan(10_000)
  expect(server.pid).toBe(pid)
}
