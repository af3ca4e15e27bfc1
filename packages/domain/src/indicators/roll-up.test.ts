import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Rollup, rollups } from './indicators.ts'
import { coverageOf, type Reading, rollUp } from './roll-up.ts'
import type { IndicatorValue } from './values.ts'

const reported = (value: IndicatorValue): Reading => ({ state: 'reported', value })
const whole = fc.integer({ min: 0, max: 1_000_000 })
const ratio = fc
  .tuple(whole, whole)
  .map(([a, b]): IndicatorValue => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }))
const single = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value): IndicatorValue => ({ value }))
const weighted = fc
  .tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.integer({ min: 1, max: 5_000 }))
  .map(([value, weight]): IndicatorValue => ({ value, weight }))
const level = fc.integer({ min: 0, max: 4 }).map((value): IndicatorValue => ({ value }))
const answer = fc.integer({ min: 0, max: 1 }).map((value): IndicatorValue => ({ value }))

const valuesFor: Record<Rollup, fc.Arbitrary<IndicatorValue>> = {
  ratio,
  sum: single,
  distribution: level,
  spread: single,
  median: single,
  distinct: single,
  weighted,
  share: answer,
  none: fc.string().map((text): IndicatorValue => ({ text })),
}
const silence = fc.array(fc.constantFrom<Reading>({ state: 'missing' }, { state: 'nothingToReport' }), { maxLength: 5 })

describe.each(rollups)('the roll-up %s', (rollup) => {
  const readings = fc.array(valuesFor[rollup].map(reported), { maxLength: 12 })

  it('does not depend on the order, to the last digit', () => {
    fc.assert(
      fc.property(
        readings.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(rollUp(rollup, shuffled)).toEqual(rollUp(rollup, some))
        },
      ),
    )
  })

  it('is changed by nobody who reported nothing: missing is neither zero nor "nothing to report"', () => {
    fc.assert(
      fc.property(readings, silence, (some, silent) => {
        const all = [...silent, ...some]
        expect(rollUp(rollup, all)).toEqual(rollUp(rollup, some))
        expect(coverageOf(all)).toMatchObject({ reported: some.length })
        const { reported: told, nothingToReport, missing } = coverageOf(all)
        expect(told + nothingToReport + missing).toBe(all.length)
      }),
    )
  })
})

describe('ratios', () => {
  const percent = (readings: readonly Reading[]) => {
    const rolled = rollUp('ratio', readings)
    return rolled.rollup === 'ratio' ? rolled.percent : undefined
  }

  it('are Σ part ÷ Σ whole, never the average of percentages', () => {
    const readings = [reported({ numerator: 1, denominator: 1 }), reported({ numerator: 0, denominator: 99 })]
    expect(percent(readings)).toBe(1)
    expect(percent([])).toBeNull()
    expect(percent([reported({ numerator: 0, denominator: 0 })])).toBeNull()
  })

  it('are the same for a municipality and for its districts', () => {
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 8 }), (parts) => {
        const total = parts.reduce<{ numerator: number; denominator: number }>(
          (sum, part) =>
            'numerator' in part
              ? { numerator: sum.numerator + part.numerator, denominator: sum.denominator + part.denominator }
              : sum,
          { numerator: 0, denominator: 0 },
        )
        expect(rollUp('ratio', parts.map(reported))).toEqual(rollUp('ratio', [reported(total)]))
      }),
    )
  })

  it('lie between the smallest and the largest', () => {
    fc.assert(
      fc.property(
        fc.array(
          ratio.filter((value) => 'denominator' in value && value.denominator > 0),
          { minLength: 1, maxLength: 8 },
        ),
        (parts) => {
          const each = parts.map((part) => percent([reported(part)]) ?? 0)
          const rolled = percent(parts.map(reported)) ?? -1
          expect(rolled).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9)
          expect(rolled).toBeLessThanOrEqual(Math.max(...each) + 1e-9)
        },
      ),
    )
  })
})

describe('what is never averaged', () => {
  it('a zero counts, a gap does not', () => {
    expect(rollUp('sum', [reported({ value: 0 }), { state: 'missing' }])).toEqual({ rollup: 'sum', value: 0 })
    expect(rollUp('sum', [{ state: 'missing' }])).toEqual({ rollup: 'sum', value: null })
    expect(rollUp('median', [reported({ value: 0 }), reported({ value: 4 }), { state: 'missing' }])).toEqual({
      rollup: 'median',
      value: 2,
    })
  })

  it('medians show their spread, levels their distribution', () => {
    expect(rollUp('spread', [reported({ value: 12 }), reported({ value: 3 })])).toEqual({
      rollup: 'spread',
      least: 3,
      greatest: 12,
    })
    expect(rollUp('distribution', [reported({ value: 2 }), reported({ value: 0 }), reported({ value: 2 })])).toEqual({
      rollup: 'distribution',
      levels: [
        { level: 0, count: 1 },
        { level: 2, count: 2 },
      ],
    })
  })

  it('averages count as much as what they were taken over', () => {
    expect(rollUp('weighted', [reported({ value: 5, weight: 1 }), reported({ value: 1, weight: 3 })])).toEqual({
      rollup: 'weighted',
      value: 2,
      weight: 4,
    })
  })

  it('distinct persons are between the largest group and the sum', () => {
    expect(rollUp('distinct', [reported({ value: 12 }), reported({ value: 30 })])).toEqual({
      rollup: 'distinct',
      atLeast: 30,
      atMost: 42,
    })
  })
})
