import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../core/days.ts'
import { type Cycle, cycleSchema, rhythms } from './cycles.ts'
import { nextPeriod, periodsBegun, periodsToAsk } from './periods.ts'

const cycle = (given: Partial<Cycle> = {}): Cycle => ({
  rhythm: 'monthly',
  days: null,
  startsOn: '2027-01-01',
  endsOn: null,
  window: 7,
  ...given,
})
const spans = (given: Partial<Cycle>, today: string): string[] =>
  periodsBegun(cycle(given), today).map(({ periodStart, periodEnd }) => `${periodStart} ${periodEnd}`)

const anyDay = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays('2025-01-01', count))
const anyCycle = fc
  .record({
    rhythm: fc.constantFrom(...rhythms),
    days: fc.integer({ min: 1, max: 90 }),
    startsOn: anyDay,
    length: fc.option(fc.integer({ min: 0, max: 800 })),
    window: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ rhythm, days, startsOn, length, window }): Cycle => ({
    rhythm,
    days: rhythm === 'custom' ? days : null,
    startsOn,
    endsOn: length === null ? null : addDays(startsOn, length),
    window,
  }))

describe('the periods of a cycle', () => {
  it.each([
    ['weekly', '2027-01-06', '2027-01-20', ['2027-01-06 2027-01-10', '2027-01-11 2027-01-17', '2027-01-18 2027-01-24']],
    [
      'monthly',
      '2027-01-15',
      '2027-03-01',
      ['2027-01-15 2027-01-31', '2027-02-01 2027-02-28', '2027-03-01 2027-03-31'],
    ],
    ['monthly', '2028-02-01', '2028-02-01', ['2028-02-01 2028-02-29']],
    [
      'quarterly',
      '2026-11-20',
      '2027-04-01',
      ['2026-11-20 2026-12-31', '2027-01-01 2027-03-31', '2027-04-01 2027-06-30'],
    ],
  ] as const)('follow the calendar: %s from %s', (rhythm, startsOn, today, expected) => {
    expect(spans({ rhythm, startsOn }, today)).toEqual(expected)
  })

  it('of so many days follow each other from the first day on', () => {
    const fortnights = { rhythm: 'custom', days: 14, startsOn: '2027-01-06' } as const
    expect(spans(fortnights, '2027-01-20')).toEqual(['2027-01-06 2027-01-19', '2027-01-20 2027-02-02'])
  })

  it('end with the cycle, and are due so many days after their end', () => {
    expect(periodsBegun(cycle({ endsOn: '2027-02-10' }), '2027-12-31')).toEqual([
      { periodStart: '2027-01-01', periodEnd: '2027-01-31', dueOn: '2027-02-07' },
      { periodStart: '2027-02-01', periodEnd: '2027-02-10', dueOn: '2027-02-17' },
    ])
    expect(nextPeriod(cycle({ endsOn: '2027-02-10' }), '2027-02-01')).toBeUndefined()
  })

  it('are asked for where no report tells any day of them', () => {
    const reports = [{ periodStart: '2027-01-20', periodEnd: '2027-02-01' }]
    expect(periodsToAsk(cycle(), '2027-03-15', reports).map(({ periodStart }) => periodStart)).toEqual(['2027-03-01'])
    expect(periodsToAsk(cycle(), '2027-03-15', [])).toHaveLength(3)
  })

  it('are none before it starts', () => {
    expect(spans({}, '2026-12-31')).toEqual([])
    expect(nextPeriod(cycle(), '2026-12-31')?.periodStart).toBe('2027-01-01')
    expect(nextPeriod(cycle(), '2027-01-31')?.periodStart).toBe('2027-02-01')
  })

  it('cover every day from the first to today once, and none beyond its end', () => {
    fc.assert(
      fc.property(anyCycle, anyDay, (any, today) => {
        const periods = periodsBegun(any, today)
        const days = periods.reduce((sum, period) => sum + daysBetween(period.periodStart, period.periodEnd) + 1, 0)
        const [first, last] = [periods[0], periods.at(-1)]
        if (!first || !last) {
          expect(any.startsOn > today).toBe(true)
          return
        }
        expect(first.periodStart).toBe(any.startsOn)
        expect(days).toBe(daysBetween(first.periodStart, last.periodEnd) + 1)
        for (const period of periods) {
          expect(period.periodStart <= period.periodEnd).toBe(true)
          expect(period.periodStart <= today).toBe(true)
          expect(any.endsOn === null || period.periodEnd <= any.endsOn).toBe(true)
          expect(daysBetween(period.periodEnd, period.dueOn)).toBe(any.window)
        }
        const until = any.endsOn !== null && any.endsOn < today ? any.endsOn : today
        expect(last.periodEnd >= until).toBe(true)
      }),
    )
  })

  it('of so many days need their number, and others have none', () => {
    expect(cycleSchema.safeParse(cycle({ rhythm: 'custom' })).success).toBe(false)
    expect(cycleSchema.safeParse(cycle({ days: 5 })).success).toBe(false)
    expect(cycleSchema.safeParse(cycle({ rhythm: 'custom', days: 5 })).success).toBe(true)
  })
})
