import { type ServedHub, servedHub } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bugs } from './bugs.ts'
import { check } from './checker.ts'
import { type Rule, rules } from './rules.ts'
import { runSeed } from './run.ts'

const all = bugs()

/** Row B6 of the quality list: a checker that finds nothing proves nothing. */
describe('the checker', () => {
  let served: ServedHub
  beforeAll(async () => {
    served = await servedHub({ demo: false })
  })
  afterAll(() => served.close())

  // Not every run meets what a bug spoils; the first that does ends the search.
  it.each(
    all.map((bug, index) => ({ ...bug, seeds: Array.from({ length: 12 }, (_, round) => 1_001 + index + 100 * round) })),
  )('[SYN8] finds that $name, by the rule “$caughtBy”', async ({ seeds, sabotage, caughtBy }) => {
    const found = new Set<Rule>()
    for (const seed of seeds)
      if (!found.has(caughtBy))
        for (const { rule } of check(await runSeed(served, { seed, steps: 100, sabotage }))) found.add(rule)
    expect([...found]).toContain(caughtBy)
  })

  it('[SYN8] has a bug for each of its rules', () => {
    const caught = new Set<Rule>(all.map(({ caughtBy }) => caughtBy))
    expect(Object.keys(rules).filter((rule) => !caught.has(rule as Rule))).toEqual([])
  })
})
