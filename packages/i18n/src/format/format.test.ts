import { describe, expect, it } from 'vitest'
import { renditions } from '../renditions.ts'
import { createFormat } from './format.ts'

const zone = 'Europe/Belgrade'
const moment = '2026-03-05T17:08:00Z'
const icu = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('ka', { timeZone: zone, ...options })
const ka = createFormat('ka', zone)

describe('Georgian tables', () => {
  it('write dates and times as ICU does', () => {
    for (let month = 0; month < 12; month += 1) {
      const date = new Date(Date.UTC(2026, month, 3 + month * 2, 23, 30))
      for (const style of ['short', 'medium', 'long', 'full'] as const) {
        expect(ka.date(date, style)).toBe(icu({ dateStyle: style }).format(date))
        expect(ka.dateTime(date, style)).toBe(icu({ dateStyle: style, timeStyle: 'short' }).format(date))
      }
      expect(ka.date(date, 'day')).toBe(icu({ day: 'numeric', month: 'short' }).format(date))
      expect(ka.date(date, 'month')).toBe(icu({ month: 'long', year: 'numeric' }).format(date))
    }
  })

  it('write ranges as ICU does, but for its thin spaces', () => {
    for (const to of ['2026-03-15', '2026-05-15', '2027-05-15', '2026-03-05']) {
      const expected = new Intl.DateTimeFormat('ka', { dateStyle: 'medium', timeZone: 'UTC' })
        .formatRange(new Date('2026-03-05'), new Date(to))
        .replace(/\s/gu, ' ')
      expect(ka.dateRange('2026-03-05', to)).toBe(expected)
    }
  })

  it('write relative times, numbers and lists as ICU does', () => {
    const relative = new Intl.RelativeTimeFormat('ka', { numeric: 'auto' })
    const now = new Date('2026-03-05T12:00:00Z').getTime()
    for (const days of [-3, -2, -1, 0, 1, 2, 5]) {
      expect(ka.relativeDay(now + days * 86_400_000, now)).toBe(relative.format(days, 'day'))
    }
    for (const hours of [-5, 3]) expect(ka.relative(now + hours * 3_600_000, now)).toBe(relative.format(hours, 'hour'))
    for (const weeks of [-2, -1, 1, 3]) {
      expect(ka.relative(now + weeks * 7 * 86_400_000, now)).toBe(relative.format(weeks, 'week'))
    }
    for (const value of [0, 1234, 12345, 1234567.891, -5.5]) {
      expect(ka.number(value)).toBe(new Intl.NumberFormat('ka').format(value))
    }
    expect(ka.percent(0.256)).toBe('26%')
    expect(ka.list(['ა', 'ბ', 'გ'])).toBe(new Intl.ListFormat('ka').format(['ა', 'ბ', 'გ']))
    expect(ka.fileSize(2_500_000)).toBe('2,5 მეგაბაიტი')
  })

  it('name weekdays from Monday and months as ICU does', () => {
    const names = Array.from({ length: 7 }, (_, day) => icu({ weekday: 'short' }).format(Date.UTC(2026, 5, 1 + day, 9)))
    expect(ka.weekdays('short')).toEqual(names)
    expect(ka.months('long')[10]).toBe('ნოემბერი')
  })
})

describe('createFormat', () => {
  it('writes dates as each rendition does', () => {
    expect(renditions.map((rendition) => createFormat(rendition, zone).date(moment, 'long'))).toEqual([
      '5 March 2026',
      '5. mart 2026.',
      '5. март 2026.',
      '5. mart 2026.',
      '5 მარტი, 2026',
    ])
  })

  it('shows moments in the time zone and calendar days as they are', () => {
    const tbilisi = createFormat('en', 'Asia/Tbilisi')
    expect(tbilisi.dateTime('2026-03-05T22:30:00Z')).toBe('6 Mar 2026, 02:30')
    expect(createFormat('en', 'America/New_York').date('2026-03-05')).toBe('5 Mar 2026')
    expect(tbilisi.calendarDay('2026-03-05T22:30:00Z')).toBe('2026-03-06')
  })

  it('starts weeks on Monday', () => {
    expect(createFormat('sr-Cyrl').weekdays('long')[0]).toBe('понедељак')
    expect(createFormat('en').weekdays('long')[6]).toBe('Sunday')
  })

  it('speaks ijekavian in Montenegro', () => {
    const format = createFormat('sr-Latn-ME', zone)
    expect(format.weekdays('long')).toEqual([
      'ponedjeljak',
      'utorak',
      'srijeda',
      'četvrtak',
      'petak',
      'subota',
      'nedjelja',
    ])
    expect(format.relativeDay('2026-03-02', '2026-03-05T09:00:00Z')).toBe('prije 3 dana')
    expect(format.relativeDay('2026-01-20', '2026-03-05T09:00:00Z')).toBe('prošlog mjeseca')
  })

  it('says now, minutes, hours and days by the calendar', () => {
    const format = createFormat('en', zone)
    const now = '2026-03-05T08:00:00Z'
    expect(format.relative('2026-03-05T07:59:30Z', now)).toBe('now')
    expect(format.relative('2026-03-05T07:55:00Z', now)).toBe('5 minutes ago')
    expect(format.relative('2026-03-05T05:10:00Z', now)).toBe('2 hours ago')
    expect(format.relative('2026-03-04T12:00:00Z', now)).toBe('yesterday')
    expect(format.relative('2026-03-06', now)).toBe('tomorrow')
    expect(format.relative('2026-02-03', now)).toBe('last month')
  })

  it('writes numbers, shares, sizes and lists', () => {
    const serbian = createFormat('sr-Latn')
    expect(serbian.number(12345.6)).toBe('12.345,6')
    expect(serbian.fileSize(2_500_000)).toBe('2,5 MB')
    expect(serbian.fileSize(0)).toBe('0 B')
    expect(serbian.list(['a', 'b', 'c'], 'or')).toBe('a, b ili c')
    expect(createFormat('en').percent(0.256)).toBe('26%')
    expect(createFormat('en').fileSize(999_999_999_999)).toBe('1,000 GB')
    expect(createFormat('en').fileSize(1)).toBe('1 byte')
    expect(createFormat('en').fileSize(3)).toBe('3 bytes')
  })

  it('names a period that is a whole month, and says of others from when to when', () => {
    const days = (periodStart: string, periodEnd: string) => ({ periodStart, periodEnd })
    const english = createFormat('en', 'America/Los_Angeles')
    expect(english.period(days('2026-02-01', '2026-02-28'))).toBe('February 2026')
    expect(english.period(days('2024-02-01', '2024-02-28'))).not.toBe('February 2024')
    expect(english.period(days('2026-02-01', '2026-03-31'))).toBe(english.dateRange('2026-02-01', '2026-03-31'))
    expect(createFormat('sr-Cyrl').period(days('2026-12-01', '2026-12-31'))).toBe('децембар 2026.')
    expect(createFormat('ka').period(days('2026-12-01', '2026-12-31'))).toContain('დეკემბერი')
  })
})
