import { type HubNodes, hubNodes } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bugs } from './bugs.ts'
import { check } from './checker.ts'
import { type Rule, rules } from './rules.ts'
import { runSeed } from './run.ts'

const all = bugs()

/** Row B6 of the quality list: a checker that finds nothing proves nothing. */
describe('the checker', () => {
  let hubs: ReadonlyMap<number, HubNodes>
  beforeAll(async () => {
    hubs = new Map([
      [1, await hubNodes(1)],
      [2, await hubNodes(2)],
    ])
  })
  afterAll(async () => {
    for (const hub of hubs.values()) await hub.close()
  })

  // Not every run meets what a bug spoils; the first that does ends the search.
  const cases = all.map((bug, index) => ({
    ...bug,
    seeds: Array.from({ length: 12 }, (_, round) => 1_001 + index + 100 * round),
  }))
  const find = async ({ seeds, sabotage, caughtBy, nodes = 1 }: (typeof cases)[number]): Promise<void> => {
    const found = new Set<Rule>()
    for (const seed of seeds)
      if (!found.has(caughtBy))
        for (const { rule } of check(await runSeed(hubs.get(nodes)!, { seed, steps: 100, sabotage }))) found.add(rule)
    expect([...found]).toContain(caughtBy)
  }
  it.each(cases.filter(({ caughtBy }) => caughtBy !== 'settled'))(
    '[SYN8] finds that $name, by the rule “$caughtBy”',
    find,
  )
  it.each(cases.filter(({ caughtBy }) => caughtBy === 'settled'))(
    '[SYN18] [SYN21] finds that $name, by the rule “$caughtBy”',
    find,
  )

  it('[SYN8] has a bug for each of its rules', () => {
    const caught = new Set<Rule>(all.map(({ caughtBy }) => caughtBy))
    expect(Object.keys(rules).filter((rule) => !caught.has(rule as Rule))).toEqual([])
  })
})
