import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakdownSchema, partKeysOf, unknownPart } from './breakdown.ts'
import { completeParts, partsProblem, totalOf } from './parts.ts'
import { type Reading, rollUp } from './roll-up.ts'
import type { IndicatorValue } from './values.ts'

const category = (key: string) => ({ key, name: key })
const breakdown = { ...category('sex'), categories: ['women', 'men'].map(category) }
const [women, men, unknown] = [{ value: 3 }, { value: 4 }, { value: 2 }]

describe('a breakdown', () => {
  it('has two to twelve categories, each once, and the unknown beside them', () => {
    expect(partKeysOf(breakdown)).toEqual(['women', 'men', 'unknown'])
    const isGood = (...keys: string[]) =>
      breakdownSchema.safeParse({ ...category('sex'), categories: keys.map(category) }).success
    expect(isGood('women', 'men')).toBe(true)
    expect(isGood('women')).toBe(false)
    expect(isGood('women', 'women')).toBe(false)
    expect(isGood('women', unknownPart)).toBe(false)
    expect(isGood('women', '__proto__')).toBe(false)
  })

  it('is filled in by every category, or by the unknown alone', () => {
    expect(partsProblem('count', breakdown, {})).toBeNull()
    expect(partsProblem('count', breakdown, { women, men })).toBeNull()
    expect(partsProblem('count', breakdown, { women, men, unknown })).toBeNull()
    expect(partsProblem('count', breakdown, { unknown })).toBeNull()
    expect(partsProblem('count', breakdown, { women })).toBe('partsMissing')
    expect(partsProblem('count', breakdown, { women, unknown })).toBe('partsMissing')
    expect(partsProblem('count', breakdown, { women: { value: 1.5 }, men })).toBe('notWhole')
    const half = { women: { numerator: 1, denominator: null }, men: { numerator: 1, denominator: 2 } }
    expect(partsProblem('ratio', breakdown, half)).toBe('incomplete')
  })

  it('makes no zero of what is missing', () => {
    expect(totalOf(breakdown, {})).toBeUndefined()
    expect(totalOf(breakdown, { women: { value: null } })).toBeUndefined()
    expect(totalOf(breakdown, { women: { value: 0 }, men: { value: 0 } })).toEqual({ value: 0 })
    expect(totalOf(breakdown, { women: { numerator: 1, denominator: null } })).toEqual({
      numerator: 1,
      denominator: null,
    })
    expect(completeParts('count', breakdown, { women, men, other: { value: 9 } })).toEqual({ women, men })
  })
})

const whole = fc.nat(1_000)
const counted = fc.record({ women: whole, men: whole, unknown: fc.option(whole) })
const valued = (parts: { women: number; men: number; unknown: number | null }): Record<string, IndicatorValue> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, { value }] as const])),
  )
const told = (value: IndicatorValue): Reading => ({ state: 'reported', value })

describe('parts and totals', () => {
  it('agree over any number of rollouts: the parts rolled up add up to the totals rolled up', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 8 }), (rollouts) => {
        const all = rollouts.map(valued)
        const totals = all.map((parts) => told(totalOf(breakdown, parts) as IndicatorValue))
        const sums = partKeysOf(breakdown).map((key) =>
          rollUp(
            'sum',
            all.flatMap((parts) => (parts[key] ? [told(parts[key])] : [])),
          ),
        )
        const sum = sums.reduce((so, each) => so + (each.rollup === 'sum' ? (each.value ?? 0) : Number.NaN), 0)
        expect(rollUp('sum', totals)).toEqual({ rollup: 'sum', value: sum })
      }),
    )
  })

  it('of a part of a whole are Σ part ÷ Σ whole, never the average of the categories', () => {
    const parts = { women: { numerator: 1, denominator: 1 }, men: { numerator: 0, denominator: 99 } }
    expect(totalOf(breakdown, parts)).toEqual({ numerator: 1, denominator: 100 })
  })
})
