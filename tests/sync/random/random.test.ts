import { type ServedHub, servedHub } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check } from './checker.ts'
import { failingSeeds } from './failing-seeds.ts'
import type { Happening } from './history.ts'
import { rules } from './rules.ts'
import { runSeed } from './run.ts'

const seedCount = Number(process.env['SYNC_SEEDS'] ?? 50)
const steps = Number(process.env['SYNC_STEPS'] ?? 100)
const perTest = 10
/** Worlds side by side on one hub: none hears of another, and the database is never idle. */
const sideBySide = 5

/** Rows B2, A4, A6 and A9 of the quality list, on the real kernel and database, over a network that a seed makes hostile. */
describe('random browsers on a hostile network', () => {
  let served: ServedHub
  beforeAll(async () => {
    served = await servedHub({ demo: false })
  })
  afterAll(() => served.close())

  const met = { committed: 0, refused: 0, answeredAgain: 0, snapshots: 0, epochs: 0 }
  const answered = new Set<string>()
  const count = (happening: Happening): void => {
    if (happening.what === 'epoch') met.epochs += 1
    if (happening.what === 'snapshot') met.snapshots += 1
    if (happening.what !== 'answered') return
    if (happening.answer.status === 'committed') met.committed += 1
    if (happening.answer.status === 'refused') met.refused += 1
    if (answered.has(happening.commandId)) met.answeredAgain += 1
    answered.add(happening.commandId)
  }

  const seeds = [...new Set([...failingSeeds, ...Array.from({ length: seedCount }, (_, index) => index + 1)])]
  const groups = Array.from({ length: Math.ceil(seeds.length / perTest) }, (_, index) =>
    seeds.slice(index * perTest, (index + 1) * perTest),
  )

  it.each(groups)(
    '[SYN7] [SYN8] [SYN13] [SYN23] [SYN31] [SYN39] all see what the server has, for the seeds %i …',
    async (...group) => {
      const replay = async (seed: number): Promise<void> => {
        const evidence = await runSeed(served, { seed, steps })
        for (const happening of evidence.history) count(happening)
        const breaches = check(evidence)
        const told = breaches.map(({ rule, how }) => `${rule}: ${rules[rule]} (${how})`)
        expect(told, `seed ${seed}, ${steps} steps`).toEqual([])
      }
      const waiting = [...group]
      const lane = async (): Promise<void> => {
        for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) await replay(seed)
      }
      await Promise.all(Array.from({ length: sideBySide }, lane))
      expect(served.failures).toEqual([])
    },
  )

  it('[SYN8] is hostile enough: writes, refusals, lost answers, resets', () => {
    expect(met.committed).toBeGreaterThan(seeds.length * 10)
    expect(met.refused).toBeGreaterThan(seeds.length)
    expect(met.answeredAgain).toBeGreaterThan(seeds.length)
    expect(met.snapshots).toBeGreaterThan(seeds.length * 10)
    expect(met.epochs).toBeGreaterThan(seeds.length)
  })
})
