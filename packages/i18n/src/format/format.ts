import type { Rendition } from '../renditions.ts'
import {
  calendarDayOf,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatPeriod,
  formatTime,
  monthNames,
  weekdayNames,
} from './dates.ts'
import { formatFileSize, formatList, formatNumber, formatPercent } from './numbers.ts'
import { formatRelative, formatRelativeDay } from './relative.ts'
import type { DateStyle, DateValue, Moment } from './values.ts'

/** All weeks start on Monday (ISO: 1). */
export const firstDayOfWeek = 1

/** Writes dates and numbers in one rendition and time zone; a `2026-11-23` is the same day in every zone. */
export interface Format {
  readonly date: (value: DateValue, style?: DateStyle) => string
  readonly time: (value: Moment) => string
  readonly dateTime: (value: Moment, style?: DateStyle) => string
  readonly dateRange: (from: DateValue, to: DateValue) => string
  /** Of calendar days: a whole month by its name, else from when to when. */
  readonly period: (days: { readonly periodStart: string; readonly periodEnd: string }) => string
  /** now, 5 minutes ago, yesterday, in 2 weeks. */
  readonly relative: (value: DateValue, now: Moment) => string
  /** today, tomorrow, in 3 days: by calendar days, for due dates. */
  readonly relativeDay: (value: DateValue, now: Moment) => string
  /** The calendar day of a moment here, as `2026-11-23`. */
  readonly calendarDay: (value: DateValue) => string
  readonly weekdays: (width?: 'long' | 'short') => readonly string[]
  readonly months: (width?: 'long' | 'short') => readonly string[]
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** `share` is a fraction: 0.256 is 26 %. */
  readonly percent: (share: number, fractionDigits?: number) => string
  readonly fileSize: (bytes: number) => string
  readonly list: (items: readonly string[], word?: 'and' | 'or') => string
}

/** A `Format`; the time zone is an IANA name, by default the machine's own. */
export const createFormat = (
  rendition: Rendition,
  timeZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Format => ({
  date: (value, style = 'medium') => formatDate(rendition, timeZone, value, style),
  time: (value) => formatTime(rendition, timeZone, value),
  dateTime: (value, style = 'medium') => formatDateTime(rendition, timeZone, value, style),
  dateRange: (from, to) => formatDateRange(rendition, timeZone, from, to),
  period: ({ periodStart, periodEnd }) => formatPeriod(rendition, periodStart, periodEnd),
  relative: (value, now) => formatRelative(rendition, timeZone, value, now),
  relativeDay: (value, now) => formatRelativeDay(rendition, timeZone, value, now),
  calendarDay: (value) => calendarDayOf(value, timeZone),
  weekdays: (width = 'short') => weekdayNames(rendition, width),
  months: (width = 'long') => monthNames(rendition, width),
  number: (value, options) => formatNumber(rendition, value, options),
  percent: (share, fractionDigits) => formatPercent(rendition, share, fractionDigits),
  fileSize: (bytes) => formatFileSize(rendition, bytes),
  list: (items, word) => formatList(rendition, items, word),
})
