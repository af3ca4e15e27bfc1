import { daysBetween, type Period } from '@kolo/domain/core/days'

/** Where a period lies on a line that covers a span: shares of its length, and the lane in which it overlaps nobody. */
export type Placed = { readonly start: number; readonly length: number; readonly lane: number }

/** The share of the span that lies before a day, from 0 to 1; undefined outside of it. */
export function shareBefore(span: Period, day: string): number | undefined {
  const share = daysBetween(span.startsOn, day) / Math.max(1, daysBetween(span.startsOn, span.endsOn))
  return share < 0 || share > 1 ? undefined : share
}

/** Gives each period its place and the first lane that is free, in the order given. */
export function placeInLanes(span: Period, periods: readonly Period[]): Placed[] {
  const days = Math.max(1, daysBetween(span.startsOn, span.endsOn))
  const endOfLane: string[] = []
  return periods.map(({ startsOn, endsOn }) => {
    const free = endOfLane.findIndex((end) => end <= startsOn)
    const lane = free === -1 ? endOfLane.length : free
    endOfLane[lane] = endsOn
    return { start: daysBetween(span.startsOn, startsOn) / days, length: daysBetween(startsOn, endsOn) / days, lane }
  })
}

/** The first days of the months within a span. */
export function monthsWithin({ startsOn, endsOn }: Period): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = startsOn.split('-').map(Number)
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`
    if (day > endsOn) return months
    if (day >= startsOn) months.push(day)
    if (month === 12) year += 1
    month = (month % 12) + 1
  }
}
