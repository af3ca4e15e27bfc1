import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, type Reading, rollUp } from './roll-up.ts'
import type { IndicatorValue } from './values.ts'

/** One request of a citizen: what the figures of a municipality are made from. */
type Request = { readonly person: number; readonly days: number; readonly inTime: boolean }
/** A municipality with its requests and its own answers; whether it reported, had nothing to report, or said nothing. */
type Town = {
  readonly requests: readonly Request[]
  readonly level: number
  readonly online: boolean
  readonly says: Reading['state']
}

const anyTown: fc.Arbitrary<Town> = fc.record({
  requests: fc.array(fc.record({ person: fc.nat(12), days: fc.nat(60), inTime: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  }),
  level: fc.nat(4),
  online: fc.boolean(),
  says: fc.constantFrom('reported', 'reported', 'reported', 'nothingToReport', 'missing'),
})
const anyTowns = fc.array(anyTown, { maxLength: 12 })

const readingsOf = (towns: readonly Town[], valueOf: (town: Town) => IndicatorValue): Reading[] =>
  towns.map((town) => (town.says === 'reported' ? { state: 'reported', value: valueOf(town) } : { state: town.says }))
const reporting = (towns: readonly Town[]): Town[] => towns.filter(({ says }) => says === 'reported')
/** All requests of those who reported, as if they had never been counted by municipality. */
const pooled = (towns: readonly Town[]): Request[] => reporting(towns).flatMap(({ requests }) => requests)
const mean = (figures: readonly number[]): number => figures.reduce((sum, each) => sum + each, 0) / figures.length
const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((a, b) => a - b)
  return mean([sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!])
}
/** The least figure that half of all don't exceed: of an even number the lower of the two in the middle. */
const lowerMedian = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)]!
const everywhere = (holds: (towns: readonly Town[]) => void): void => fc.assert(fc.property(anyTowns, holds))

/** Whoever counts the requests themselves, and no figure of a municipality, comes to the same. */
describe('a figure rolled up beside the same counted anew from every single request', () => {
  it('is the same for a part of a whole', () => {
    everywhere((towns) => {
      const all = pooled(towns)
      const inTime = all.filter((request) => request.inTime).length
      const readings = readingsOf(towns, ({ requests }) => ({
        numerator: requests.filter((request) => request.inTime).length,
        denominator: requests.length,
      }))
      expect(rollUp('ratio', readings)).toEqual({
        rollup: 'ratio',
        numerator: inTime,
        denominator: all.length,
        percent: all.length === 0 ? null : (100 * inTime) / all.length,
      })
    })
  })

  it('is the same for a count, and none where nobody reported', () => {
    everywhere((towns) => {
      const readings = readingsOf(towns, ({ requests }) => ({ value: requests.length }))
      const value = reporting(towns).length === 0 ? null : pooled(towns).length
      expect(rollUp('sum', readings)).toEqual({ rollup: 'sum', value })
    })
  })

  it('is the same for an average, which weighs as much as what it was taken over', () => {
    everywhere((towns) => {
      const readings = readingsOf(towns, ({ requests }) => ({
        value: mean(requests.map(({ days }) => days)),
        weight: requests.length,
      }))
      const rolled = rollUp('weighted', readings)
      if (rolled.rollup !== 'weighted') throw new Error('It is another roll-up.')
      const all = pooled(towns)
      expect(rolled.weight).toBe(all.length)
      if (all.length === 0) expect(rolled.value).toBeNull()
      else expect(rolled.value).toBeCloseTo(mean(all.map(({ days }) => days)), 9)
    })
  })

  it('holds the people who came, however often one was counted', () => {
    everywhere((towns) => {
      const readings = readingsOf(towns, ({ requests }) => ({
        value: new Set(requests.map(({ person }) => person)).size,
      }))
      const rolled = rollUp('distinct', readings)
      if (rolled.rollup !== 'distinct') throw new Error('It is another roll-up.')
      const people = new Set(pooled(towns).map(({ person }) => person)).size
      if (reporting(towns).length === 0) expect(rolled).toMatchObject({ atLeast: null, atMost: null })
      else expect(rolled.atLeast! <= people && people <= rolled.atMost!).toBe(true)
    })
  })

  it('holds the common median, which nobody can know from medians', () => {
    everywhere((towns) => {
      const readings = readingsOf(towns, ({ requests }) => ({ value: lowerMedian(requests.map(({ days }) => days)) }))
      const rolled = rollUp('spread', readings)
      if (rolled.rollup !== 'spread') throw new Error('It is another roll-up.')
      if (reporting(towns).length === 0) {
        expect(rolled).toMatchObject({ least: null, greatest: null })
        return
      }
      const common = lowerMedian(pooled(towns).map(({ days }) => days))
      expect(rolled.least! <= common && common <= rolled.greatest!).toBe(true)
    })
  })

  it('is the middle of what municipalities said, where each counts once', () => {
    everywhere((towns) => {
      const counts = reporting(towns).map(({ requests }) => requests.length)
      const readings = readingsOf(towns, ({ requests }) => ({ value: requests.length }))
      expect(rollUp('median', readings)).toEqual({
        rollup: 'median',
        value: counts.length === 0 ? null : median(counts),
      })
    })
  })

  it('counts each level, and each yes', () => {
    everywhere((towns) => {
      const told = reporting(towns)
      const levels = [0, 1, 2, 3, 4].flatMap((level) => {
        const count = told.filter((town) => town.level === level).length
        return count === 0 ? [] : [{ level, count }]
      })
      expect(
        rollUp(
          'distribution',
          readingsOf(towns, ({ level }) => ({ value: level })),
        ),
      ).toMatchObject({ levels })
      const yes = told.filter(({ online }) => online).length
      const shared = rollUp(
        'share',
        readingsOf(towns, ({ online }) => ({ value: Number(online) })),
      )
      expect(shared).toMatchObject({ yes, of: told.length })
    })
  })

  it('says with it how many reported, had nothing to report, and said nothing', () => {
    everywhere((towns) => {
      const count = (says: Reading['state']): number => towns.filter((town) => town.says === says).length
      const readings = readingsOf(towns, ({ level }) => ({ value: level }))
      expect(coverageOf(readings)).toEqual({
        reported: count('reported'),
        nothingToReport: count('nothingToReport'),
        missing: count('missing'),
      })
    })
  })
})
