import { localeOf } from '../renditions.ts'
import type { Rendition } from '../renditions.ts'
import { calendarDayOf } from './dates.ts'
import { georgianRelative } from './georgian.ts'
import { inIjekavian } from './montenegrin.ts'
import { isCalendarDay, toDate } from './values.ts'
import type { DateValue, Moment } from './values.ts'

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

const minute = 60_000
const hour = 60 * minute
const dayLength = 24 * hour

const say = (rendition: Rendition, amount: number, unit: Unit): string => {
  // Avoids −0, which Intl writes as a past.
  const whole = Math.trunc(amount) + 0
  if (rendition === 'ka') return georgianRelative(whole, unit)
  const text = new Intl.RelativeTimeFormat(localeOf(rendition), { numeric: 'auto' }).format(whole, unit)
  return rendition === 'sr-Latn-ME' ? inIjekavian(text) : text
}

/** Whole calendar days between two values as seen in a time zone. */
const daysBetween = (from: DateValue, to: DateValue, timeZone: string): number =>
  (Date.parse(calendarDayOf(to, timeZone)) - Date.parse(calendarDayOf(from, timeZone))) / dayLength

const sayDays = (rendition: Rendition, days: number): string => {
  const distance = Math.abs(days)
  if (distance < 7) return say(rendition, days, 'day')
  if (distance < 30) return say(rendition, days / 7, 'week')
  if (distance < 365) return say(rendition, Math.sign(days) * Math.max(1, distance / 30.44), 'month')
  return say(rendition, days / 365, 'year')
}

/** A calendar day seen from today: yesterday, tomorrow, in 3 days. */
export const formatRelativeDay = (rendition: Rendition, zone: string, value: DateValue, now: Moment): string =>
  sayDays(rendition, daysBetween(now, value, zone))

/** A moment seen from now: now, 5 minutes ago, in 2 hours, yesterday, last week. */
export const formatRelative = (rendition: Rendition, zone: string, value: DateValue, now: Moment): string => {
  if (isCalendarDay(value)) return formatRelativeDay(rendition, zone, value, now)
  const distance = toDate(value).getTime() - toDate(now).getTime()
  if (Math.abs(distance) < minute) return say(rendition, 0, 'second')
  if (Math.abs(distance) < hour) return say(rendition, distance / minute, 'minute')
  if (Math.abs(distance) < 12 * hour || daysBetween(now, value, zone) === 0) {
    return say(rendition, distance / hour, 'hour')
  }
  return formatRelativeDay(rendition, zone, value, now)
}
