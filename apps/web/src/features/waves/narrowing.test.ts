import { describe, expect, it } from 'vitest'
import { everywhere, narrowed } from './narrowing.ts'
import type { Municipality } from './waves.data.ts'

const town = (name: string, given: Partial<Municipality> = {}): Municipality => ({
  id: name,
  country: 'RS',
  code: null,
  name,
  nameLocal: name,
  region: 'RS-00',
  registeredVoters: 20_000,
  developmentLevel: 2,
  kind: null,
  languages: [],
  latitude: 44,
  longitude: 20,
  organizationId: null,
  ...given,
})
const all = [
  town('Inđija', { nameLocal: 'Инђија', registeredVoters: 40_000, developmentLevel: 1 }),
  town('Ljig', { region: 'RS-09' }),
  town('Gori', { country: 'GE', region: null, registeredVoters: null, developmentLevel: null }),
]
const left = (given: object, chosen: readonly string[] = []) =>
  narrowed(all, { ...everywhere, ...given }, (id) => chosen.includes(id)).map(({ name }) => name)

describe('narrowing the municipalities', () => {
  it('goes by country, region, size, level, name in any script, and what is chosen', () => {
    expect(left({})).toEqual(['Inđija', 'Ljig', 'Gori'])
    expect(left({ country: 'GE' })).toEqual(['Gori'])
    expect(left({ region: 'RS-09' })).toEqual(['Ljig'])
    expect(left({ minVoters: 20_001 })).toEqual(['Inđija'])
    expect(left({ maxVoters: 20_000 })).toEqual(['Ljig'])
    expect(left({ level: 1 })).toEqual(['Inđija'])
    expect(left({ typed: 'indjija' })).toEqual(['Inđija'])
    expect(left({ typed: 'ИНЂ' })).toEqual(['Inđija'])
    expect(left({ onlyChosen: true }, ['Ljig'])).toEqual(['Ljig'])
  })
})
