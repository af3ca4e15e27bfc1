import { localeOf } from '../renditions.ts'
import type { Rendition } from '../renditions.ts'
import { georgianDate, georgianMonths, georgianRange, georgianWeekdays } from './georgian.ts'
import type { DateFields } from './georgian.ts'
import { inIjekavian } from './montenegrin.ts'
import { isCalendarDay, toDate } from './values.ts'
import type { DateStyle, DateValue, Moment } from './values.ts'

const optionsOf: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  full: { dateStyle: 'full' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a DateTimeFormat costs about 50 µs, a list of 1,000 rows needs one. */
const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

const fieldsOf = (date: Date, timeZone: string): DateFields => {
  const options = { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const parts = formatOf('en-u-ca-gregory', options).formatToParts(date)
  const field = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value)
  const [year, month, day] = [field('year'), field('month'), field('day')]
  return { year, month, day, weekday: (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7 }
}

/** The calendar day of a moment in a time zone, as `2026-11-23`. */
export const calendarDayOf = (value: DateValue, timeZone: string): string => {
  const { year, month, day } = fieldsOf(toDate(value), isCalendarDay(value) ? 'UTC' : timeZone)
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

/** A date alone. */
export const formatDate = (rendition: Rendition, zone: string, value: DateValue, style: DateStyle): string => {
  const timeZone = isCalendarDay(value) ? 'UTC' : zone
  if (rendition === 'ka') return georgianDate(fieldsOf(toDate(value), timeZone), style)
  const text = formatOf(localeOf(rendition), { ...optionsOf[style], timeZone }).format(toDate(value))
  return rendition === 'sr-Latn-ME' ? inIjekavian(text) : text
}

/** A time of the day, 24 hours, without seconds. */
export const formatTime = (rendition: Rendition, timeZone: string, value: Moment): string => {
  // Georgian writes times like English in Europe: 17:08.
  const locale = rendition === 'ka' ? 'en-GB' : localeOf(rendition)
  return formatOf(locale, { timeStyle: 'short', timeZone }).format(toDate(value))
}

/** A date with its time. */
export const formatDateTime = (rendition: Rendition, timeZone: string, value: Moment, style: DateStyle): string => {
  if (rendition === 'ka') {
    return `${formatDate(rendition, timeZone, value, style)}, ${formatTime(rendition, timeZone, value)}`
  }
  const time: Intl.DateTimeFormatOptions =
    style === 'day' || style === 'month' ? { hour: '2-digit', minute: '2-digit' } : { timeStyle: 'short' }
  const text = formatOf(localeOf(rendition), { ...optionsOf[style], ...time, timeZone }).format(toDate(value))
  return rendition === 'sr-Latn-ME' ? inIjekavian(text) : text
}

/** Two dates as a range, without repeating what both share. */
export const formatDateRange = (rendition: Rendition, zone: string, from: DateValue, to: DateValue): string => {
  const timeZone = isCalendarDay(from) && isCalendarDay(to) ? 'UTC' : zone
  if (rendition === 'ka') return georgianRange(fieldsOf(toDate(from), timeZone), fieldsOf(toDate(to), timeZone))
  const text = formatOf(localeOf(rendition), { dateStyle: 'medium', timeZone }).formatRange(toDate(from), toDate(to))
  return rendition === 'sr-Latn-ME' ? inIjekavian(text) : text
}

/** Whether two calendar days are the first and the last of one month. */
const isMonth = (from: string, to: string): boolean =>
  from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && dayAfter(to).endsWith('-01')

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** A period of calendar days in words: a whole month by its name, else from when to when. */
export const formatPeriod = (rendition: Rendition, from: string, to: string): string =>
  isMonth(from, to) ? formatDate(rendition, 'UTC', from, 'month') : formatDateRange(rendition, 'UTC', from, to)

const namesOf = (rendition: Rendition, options: Intl.DateTimeFormatOptions, dates: readonly Date[]): string[] => {
  const format = formatOf(localeOf(rendition), { ...options, timeZone: 'UTC' })
  const names = dates.map((date) => format.format(date))
  return rendition === 'sr-Latn-ME' ? names.map(inIjekavian) : names
}

/** Names of the weekdays; every rendition's week starts on Monday. */
export const weekdayNames = (rendition: Rendition, width: 'long' | 'short'): readonly string[] => {
  if (rendition === 'ka') return georgianWeekdays(width)
  // 1 June 2026 is a Monday.
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 5, 1 + day)))
  return namesOf(rendition, { weekday: width }, week)
}

/** Names of the months from January. */
export const monthNames = (rendition: Rendition, width: 'long' | 'short'): readonly string[] => {
  if (rendition === 'ka') return georgianMonths(width)
  const year = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 5)))
  return namesOf(rendition, { month: width }, year)
}
