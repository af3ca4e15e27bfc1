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
