import { describe, expect, it } from 'vitest'
import { localeOfDates } from './locale-of-dates.ts'

const order = (locale: string): string[] =>
  new Intl.DateTimeFormat(locale).formatToParts(0).flatMap(({ type }) => (type === 'literal' ? [] : [type]))

describe('the locale of dates', () => {
  it('is the page’s where the browser knows it, else one that asks for the day first, too', () => {
    expect(localeOfDates('sr-Cyrl')).toBe('sr-Cyrl')
    const unknown = localeOfDates('ka', (locale) => locale !== 'ka')
    expect(unknown).not.toBe('ka')
    expect(order(unknown)).toEqual(['day', 'month', 'year'])
  })
})
