/** A first and a last day, both included, `YYYY-MM-DD`. */
export type Period = { readonly startsOn: string; readonly endsOn: string }

const msOfDay = 86_400_000
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The day `count` days after `day`; before it where `count` is negative. */
export const addDays = (day: string, count: number): string =>
  new Date(msOf(day) + count * msOfDay).toISOString().slice(0, 10)

/** How many days `to` lies after `from`. */
export const daysBetween = (from: string, to: string): number => Math.round((msOf(to) - msOf(from)) / msOfDay)

/** Whether the period ends before it starts. */
export const isReversed = (period: Period): boolean => period.endsOn < period.startsOn

/** From 1, Monday, to 7, Sunday. */
export const weekdayOf = (day: string): number => new Date(msOf(day)).getUTCDay() || 7

/** The day itself where it is a working day (Monday to Friday; holidays aren't known), else the Monday after it. */
const workingDayFrom = (day: string): string => (weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day)

/** The working day that lies `count` working days behind the first one from `day` on; `count` isn't negative. */
export function addWorkingDays(day: string, count: number): string {
  const first = workingDayFrom(day)
  const weeks = Math.floor(count / 5)
  const rest = count % 5
  const overWeekend = weekdayOf(first) + rest > 5 ? 2 : 0
  return addDays(first, weeks * 7 + rest + overWeekend)
}
