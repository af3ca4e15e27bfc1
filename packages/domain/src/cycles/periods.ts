import { addDays, weekdayOf } from '../core/days.ts'
import type { Cycle } from './cycles.ts'

/** What is reported on, and the last day on which that is in time; `YYYY-MM-DD`, days included. */
export type ReportingPeriod = { readonly periodStart: string; readonly periodEnd: string; readonly dueOn: string }

/** The periods that have begun on `today`, oldest first, without end where the cycle has none. */
export function periodsBegun(cycle: Cycle, today: string): ReportingPeriod[] {
  const last = cycle.endsOn !== null && cycle.endsOn < today ? cycle.endsOn : today
  const periods: ReportingPeriod[] = []
  for (let periodStart = cycle.startsOn; periodStart <= last;) {
    const periodEnd = earlier(endOf(cycle, periodStart), cycle.endsOn)
    periods.push({ periodStart, periodEnd, dueOn: addDays(periodEnd, cycle.window) })
    periodStart = addDays(periodEnd, 1)
  }
  return periods
}

/** Of the periods that have begun those of which no report tells any day yet. */
export const periodsToAsk = (
  cycle: Cycle,
  today: string,
  reports: readonly Pick<ReportingPeriod, 'periodStart' | 'periodEnd'>[],
): ReportingPeriod[] =>
  periodsBegun(cycle, today).filter(
    ({ periodStart, periodEnd }) =>
      !reports.some((report) => periodStart <= report.periodEnd && report.periodStart <= periodEnd),
  )

/** The period that begins next after `today`, if any does. */
export function nextPeriod(cycle: Cycle, today: string): ReportingPeriod | undefined {
  const last = periodsBegun(cycle, today).at(-1)
  const periodStart = last ? addDays(last.periodEnd, 1) : cycle.startsOn
  return periodsBegun(cycle, periodStart).find((period) => period.periodStart === periodStart)
}

const earlier = (day: string, other: string | null): string => (other !== null && other < day ? other : day)

/** The last day of the period that `day` lies in, when it begins there. */
function endOf({ rhythm, days }: Cycle, day: string): string {
  switch (rhythm) {
    case 'weekly':
      return addDays(day, (7 - weekdayOf(day)) % 7)
    case 'monthly':
      return endOfMonths(day, 1)
    case 'quarterly':
      return endOfMonths(day, 3)
    case 'custom':
      return addDays(day, (days ?? 1) - 1)
  }
}

/** The last day of the group of `count` months, counted from January, that the day lies in. */
function endOfMonths(day: string, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const next = Math.ceil(month / count) * count + 1
  const first = next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`
  return addDays(first, -1)
}
