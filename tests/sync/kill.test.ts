import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectWithin } from './faults/measured.ts'
import { putUnderLoad } from './load.ts'
import { type Rig, startRig } from './rig.ts'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 20)

/** Row A1 of the quality list: what was acknowledged survives SIGKILL, exactly once. */
describe('SIGKILL under load', () => {
  let rig: Rig

  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.stop())

  it(
    `[SYN19] [SYN26] [SYN40] loses and doubles nothing that was acknowledged in ${rounds} rounds`,
    { timeout: rounds * 12_000 },
    async () => {
      const load = await putUnderLoad(rig)
      const untilReady: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        // Each round lets some writes through, then kills in the middle of others.
        const before = load.acknowledged()
        while (load.acknowledged() < before + 10 + round) await pause(2)
        const killed = performance.now()
        await rig.server.kill()
        await rig.server.restart()
        untilReady.push(performance.now() - killed)
      }
      await load.end()
      expect(load.acknowledged()).toBeGreaterThan(rounds)
      await load.expectKept()
      expectWithin('READY_WITHIN', 'SIGKILL → ready again', untilReady)
    },
  )
})
