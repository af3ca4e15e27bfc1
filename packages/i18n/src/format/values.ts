/** A moment: a Date, milliseconds, or an ISO string with time. */
export type Moment = Date | number | string

/** What a date can be made from: a moment, or a calendar day as `2026-11-23`. */
export type DateValue = Moment

const calendarDay = /^\d{4}-\d{2}-\d{2}$/

/** A calendar day is the same day everywhere: it is shown in UTC, whatever the time zone. */
export const isCalendarDay = (value: DateValue): value is string => typeof value === 'string' && calendarDay.test(value)

/** The moment behind a value; a calendar day is its midnight in UTC. */
export const toDate = (value: DateValue): Date => (value instanceof Date ? value : new Date(value))

/** How a date is written: 05/03/2026 · 5 Mar 2026 · 5 March 2026 · with weekday · 5 Mar · March 2026. */
export type DateStyle = 'short' | 'medium' | 'long' | 'full' | 'day' | 'month'
