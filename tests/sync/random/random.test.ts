import { type HubNodes, hubNodes } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check } from './checker.ts'
import { deliver } from './delivery.ts'
import { failingSeeds } from './failing-seeds.ts'
import type { Happening } from './history.ts'
import { type MemoryWatch, watchMemory } from './memory-watch.ts'
import { rules } from './rules.ts'
import { runSeed } from './run.ts'

// One seed again: SYNC_FIRST=286 SYNC_SEEDS=1 SYNC_STEPS=200 SYNC_NODES=2.
const first = Number(process.env['SYNC_FIRST'] ?? 1)
const seedCount = Number(process.env['SYNC_SEEDS'] ?? 50)
const steps = Number(process.env['SYNC_STEPS'] ?? 100)
const nodes = Number(process.env['SYNC_NODES'] ?? 1)
const perTest = 10
/** Worlds side by side on one hub: none hears of another, and the database is never idle. */
const sideBySide = 5

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0)

type Replay = { readonly seed: number; readonly steps: number }
const ranges = Array.from({ length: Math.ceil(seedCount / perTest) }, (_, index) => {
  const from = first + index * perTest
  return { from, to: Math.min(from + perTest, first + seedCount) - 1 }
})

/** Rows B2, A4, A6 and A9 of the quality list, on the real kernel and database, over a network that a seed makes hostile. */
describe('random browsers on a hostile network', () => {
  let hub: HubNodes
  let watches: readonly MemoryWatch[]
  beforeAll(async () => {
    hub = await hubNodes(nodes)
    watches = hub.nodes.map(watchMemory)
  })
  afterAll(() => hub.close())

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
  /** What a seed breaks, in words with which it can be found and run again. */
  const replay = async (on: HubNodes, { seed, steps }: Replay): Promise<string[]> => {
    // On several nodes the odd ones write at once: what locks decide is not for the seed to say.
    const evidence = await runSeed(on, { seed, steps, inTurn: seed % 2 === 0 })
    for (const happening of evidence.history) count(happening)
    const run = `seed ${seed}, ${steps} steps, nodes: ${on.nodes.length}`
    return check(evidence).map(({ rule, how }) => `${run}: ${rule}: ${rules[rule]} (${how})`)
  }

  it.each(failingSeeds)(
    '[SYN8] [SYN23] nothing of what was found before comes back: seed $seed, $steps steps, nodes: $nodes: $why',
    async (failing) => {
      // A hub of its own: the same seed among the others below has the same ids.
      const own = await hubNodes(failing.nodes)
      expect(await replay(own, failing)).toEqual([])
      await own.close()
    },
  )

  it.each(ranges)(
    `[SYN7] [SYN8] [SYN13] [SYN23] [SYN31] [SYN39] all see what the server has, for the seeds $from to $to, ${steps} steps, nodes: ${nodes}`,
    async ({ from, to }) => {
      const waiting = Array.from({ length: to - from + 1 }, (_, index) => ({ seed: from + index, steps }))
      const told: string[] = []
      const lane = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) told.push(...(await replay(hub, next)))
      }
      await Promise.all(Array.from({ length: sideBySide }, lane))
      expect(told).toEqual([])
      expect(hub.failures).toEqual([])
    },
  )

  it('[SYN8] is hostile enough: writes, refusals, lost answers, resets', () => {
    expect(met.committed).toBeGreaterThan(seedCount * 10)
    expect(met.refused).toBeGreaterThan(seedCount)
    expect(met.answeredAgain).toBeGreaterThan(seedCount)
    expect(met.snapshots).toBeGreaterThan(seedCount * 10)
    expect(met.epochs).toBeGreaterThan(seedCount)
  })

  it.runIf(nodes > 1)('[SYN8] decides on remembered spaces at each node, and lets them collide', () => {
    const trusted = watches.map((watch) => watch.trusted)
    const collided = watches.map((watch) => watch.collided)
    expect(Math.min(...trusted), 'each node').toBeGreaterThan(seedCount / 4)
    expect(sum(trusted)).toBeGreaterThan(seedCount)
    expect(sum(collided)).toBeGreaterThan(seedCount / 10)
  })

  // A thousand seeds bring the hundred thousand events of row A6 along.
  const delivered = seedCount * 100
  it(`[SYN7] [SYN8] ${delivered} events, shuffled, doubled and missing, leave everybody with what the server has (seed ${first})`, async () => {
    const { events, spaces } = await deliver(hub, { goal: delivered, seed: first })
    expect(events).toBeGreaterThanOrEqual(delivered)
    for (const { count, last, head, fresh, held } of spaces) {
      expect([count, last]).toEqual([head, head])
      expect(held).toEqual(held.map(() => fresh))
    }
  })
})
