import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparable, peersOf } from './peers.ts'

const town = (id: string, more: Partial<Comparable> = {}): Comparable => ({
  id,
  country: 'RS',
  registeredVoters: 40_000,
  developmentLevel: 2,
  systemIds: [],
  ...more,
})
const ours = town('ours', { systemIds: ['dms', 'gis'] })
const namesOf = (all: readonly Comparable[], atMost = 6): string[] =>
  peersOf(ours, all, atMost).map(({ municipality }) => municipality.id)

describe('peers of a municipality', () => {
  it('are those nearest in size, then level, then country', () => {
    const level = town('level', { developmentLevel: 3 })
    const abroad = town('abroad', { country: 'ME', developmentLevel: null })
    const twice = town('twice', { registeredVoters: 80_000 })
    expect(namesOf([twice, abroad, level, town('like')])).toEqual(['like', 'level', 'abroad', 'twice'])
  })

  it('are nearer with each system that both introduce, two at most', () => {
    const one = town('one', { systemIds: ['dms', 'tax'], registeredVoters: 60_000 })
    const two = town('two', { systemIds: ['gis', 'dms'], registeredVoters: 80_000 })
    expect(namesOf([town('like'), one, two])).toEqual(['two', 'one', 'like'])
    expect(peersOf(ours, [one], 6)).toMatchObject([{ sharedSystemIds: ['dms'], size: 1.5, sameLevel: true }])
  })

  it('are of no other order of size, and of unknown size only with a system in common', () => {
    const [large, small] = [town('large', { registeredVoters: 160_001 }), town('small', { registeredVoters: 9_999 })]
    const unknown = town('unknown', { registeredVoters: null })
    const sharing = town('sharing', { registeredVoters: null, systemIds: ['gis'] })
    expect(namesOf([large, small, unknown, sharing])).toEqual(['sharing'])
    expect(peersOf(ours, [sharing], 6)).toMatchObject([{ size: null }])
  })

  it('don’t compare the levels of two countries, which mean different things', () => {
    expect(peersOf(ours, [town('abroad', { country: 'ME' })], 6)).toMatchObject([{ sameLevel: null }])
  })

  it('are never the municipality itself, nor more than asked for, in whatever order all of them come', () => {
    const anyTown = fc.record({
      id: fc.uuid(),
      country: fc.constantFrom('RS', 'ME', 'GE'),
      registeredVoters: fc.option(fc.nat(200_000)),
      developmentLevel: fc.option(fc.integer({ min: 1, max: 5 })),
      systemIds: fc.subarray(['dms', 'gis', 'tax']),
    })
    const towns = fc.uniqueArray(anyTown, { selector: ({ id }) => id, maxLength: 30 })
    fc.assert(
      fc.property(towns, (all) => {
        const found = namesOf([...all, ours], 5)
        expect(found).toEqual(namesOf([ours, ...all.toReversed()], 5))
        expect(found.length).toBeLessThanOrEqual(5)
        expect(found).not.toContain('ours')
      }),
    )
  })
})
