import { describe, expect, it } from 'vitest'
import { isRendition, ownName, renditionFrom, renditions } from './renditions.ts'

describe('renditionFrom', () => {
  it.each([
    ['sr', 'sr-Cyrl'],
    ['sr-RS', 'sr-Cyrl'],
    ['sr-Latn-RS,sr;q=0.9', 'sr-Latn'],
    ['sr-ME', 'sr-Latn-ME'],
    ['cnr,en;q=0.5', 'sr-Latn-ME'],
    ['ka-GE', 'ka'],
    ['hr-HR', 'sr-Latn'],
    ['de-DE,de;q=0.9,ka;q=0.3,en;q=0.8', 'en'],
    ['ka;q=0,en', 'en'],
    ['de', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ] as const)('reads %s as %s', (header, rendition) => {
    expect(renditionFrom(header)).toBe(rendition)
  })
})

it('calls each rendition by its own name', () => {
  expect(renditions.map(ownName)).toEqual([
    'English',
    'Srpski (latinica)',
    'Српски (ћирилица)',
    'Crnogorski',
    'ქართული',
  ])
  expect(isRendition('sr-Latn')).toBe(true)
  expect(isRendition('fr')).toBe(false)
})
