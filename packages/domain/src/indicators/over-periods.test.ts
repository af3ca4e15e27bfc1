import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingReadings, overPeriods } from './over-periods.ts'
import type { Reading } from './roll-up.ts'

/** What happened in a rollout in one period, and whether it was told. */
const period = fc.record({ happened: fc.nat(50), says: fc.constantFrom('reported', 'missing', 'nothingToReport') })
const rollouts = fc.array(fc.array(period, { maxLength: 8 }), { maxLength: 6 })
const perPeriod = { rollup: 'sum' as const }
const cumulative = { rollup: 'sum' as const, cumulative: true as const }
const reading = (says: Reading['state'], value: number): Reading =>
  says === 'reported' ? { state: says, value: { value } } : { state: says }

describe('all periods in one figure, beside the same counted anew', () => {
  it('are the sum of what was told, where each period is counted for itself', () => {
    fc.assert(
      fc.property(rollouts, (all) => {
        const readings = all.map((periods) => periods.map(({ says, happened }) => reading(says, happened)))
        const told = all.flat().filter(({ says }) => says === 'reported')
        const value = told.length === 0 ? null : told.reduce((sum, { happened }) => sum + happened, 0)
        expect(overPeriods(perPeriod, readings)).toEqual({ rollup: 'sum', value })
      }),
    )
  })

  it('are what had happened by the last report of each, where it is counted up: gaps lose nothing, nothing counts twice', () => {
    fc.assert(
      fc.property(rollouts, (all) => {
        const readings = all.map((periods) => {
          let so = 0
          return periods.map(({ says, happened }) => reading(says, (so += happened)))
        })
        const told = all.flatMap((periods) => {
          const last = periods.findLastIndex(({ says }) => says === 'reported')
          return last < 0 ? [] : [periods.slice(0, last + 1).reduce((sum, { happened }) => sum + happened, 0)]
        })
        const value = told.length === 0 ? null : told.reduce((sum, each) => sum + each, 0)
        expect(overPeriods(cumulative, readings)).toEqual({ rollup: 'sum', value })
      }),
    )
  })

  it('are the same either way where everybody told everything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
        (all) => {
          const each = all.map((periods) => periods.map((happened) => reading('reported', happened)))
          const so = all.map((periods) => {
            let total = 0
            return periods.map((happened) => reading('reported', (total += happened)))
          })
          expect(overPeriods(cumulative, so)).toEqual(overPeriods(perPeriod, each))
        },
      ),
    )
  })

  it('keep what nobody told apart from zero', () => {
    const silent: Reading[] = [{ state: 'missing' }, { state: 'nothingToReport' }]
    expect(countingReadings(cumulative, silent)).toEqual(silent)
    expect(overPeriods(cumulative, [silent])).toEqual({ rollup: 'sum', value: null })
    expect(overPeriods({ rollup: 'none' }, [[{ state: 'reported', value: { text: 'Yes' } }]])).toEqual({
      rollup: 'none',
    })
  })
})
