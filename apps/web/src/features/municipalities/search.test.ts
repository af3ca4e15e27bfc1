import { describe, expect, it } from 'vitest'
import { found, type Municipality, searchable } from './search.ts'

const municipality = (name: string, nameLocal: string, country: string, code: string | null = null): Municipality => ({
  id: name,
  country,
  code,
  name,
  nameLocal,
  region: null,
  registeredVoters: null,
  developmentLevel: null,
  kind: null,
  languages: [],
  latitude: 0,
  longitude: 0,
  organizationId: null,
})
const all = searchable([
  municipality('Inđija', 'Инђија', 'RS', '80144'),
  municipality('Kareli', 'ქარელი', 'GE'),
  municipality('Tivat', 'Тиват', 'ME'),
])
const names = (typed: string, country: string | null = null) => found(all, typed, country).map(({ name }) => name)

describe('the search for municipalities', () => {
  it.each(['indjija', 'Inđija', 'ИНЂИЈА', 'indija', 'đij', '80144'])('finds Inđija by %s', (typed) => {
    expect(names(typed)).toEqual(['Inđija'])
  })

  it('finds Georgian names in both scripts', () => {
    expect([names('kareli'), names('ქარელი')]).toEqual([['Kareli'], ['Kareli']])
  })

  it('keeps to a country, and shows everything while nothing is typed', () => {
    expect(names('', 'ME')).toEqual(['Tivat'])
    expect(names('  ')).toHaveLength(3)
    expect(names('nowhere')).toEqual([])
  })
})
