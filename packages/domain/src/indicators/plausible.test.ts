import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorKinds } from './indicators.ts'
import { isUnusual, plausibleRange } from './plausible.ts'

describe('a plausible range', () => {
  it('reaches three usual steps or a quarter of the last figure, whichever is more', () => {
    expect(plausibleRange('count', [100, 110, 120, 130])).toEqual({ low: 97.5, high: 162.5 })
    expect(plausibleRange('count', [100, 200, 300])).toEqual({ low: 0, high: 600 })
    expect(plausibleRange('ratio', [10, 10, 10])).toEqual({ low: 5, high: 15 })
    expect(plausibleRange('ratio', [80, 85, 90])).toEqual({ low: 67.5, high: 100 })
    expect(plausibleRange('weighted', [-2, -2, -2])).toEqual({ low: -3, high: -1 })
  })

  it('is not known from two figures, nor of answers that leave nothing to compare', () => {
    expect(plausibleRange('count', [1, 2])).toBeNull()
    expect(plausibleRange('level', [1, 2, 3])).toBeNull()
    expect(plausibleRange('boolean', [1, 1, 1])).toBeNull()
  })

  it('holds the last figure always, and nothing that the kind forbids', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 24 })
    fc.assert(
      fc.property(fc.constantFrom(...indicatorKinds), figures, (kind, earlier) => {
        const range = plausibleRange(kind, earlier)
        if (!range) return
        const last = earlier.at(-1) ?? 0
        expect(range.low).toBeLessThanOrEqual(last)
        expect(range.high).toBeGreaterThanOrEqual(last)
        if (kind === 'ratio') expect(range.high).toBeLessThanOrEqual(100)
        if (kind !== 'weighted') expect(range.low).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('says which value somebody would ask about', () => {
    const earlier = [80, 85, 90]
    expect(isUnusual('ratio', { numerator: 1, denominator: 2 }, earlier)).toBe(true)
    expect(isUnusual('ratio', { numerator: 9, denominator: 10 }, earlier)).toBe(false)
    expect(isUnusual('ratio', { numerator: 0, denominator: 0 }, earlier)).toBe(false)
    expect(isUnusual('count', { value: 0 }, [])).toBe(false)
  })
})
