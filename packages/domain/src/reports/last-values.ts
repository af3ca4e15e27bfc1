import type { IndicatorValue } from '../indicators/values.ts'
import type { Report } from './reports.ts'

/** An accepted value, and the last day of the period that it tells of. */
export type LastValue = { readonly value: IndicatorValue; readonly periodEnd: string }

/** The last accepted value of each indicator, by its id, before the period that begins on `before`. */
export function lastValuesOf(
  reports: readonly Pick<Report, 'state' | 'periodEnd' | 'submissions'>[],
  before: string,
): Readonly<Record<string, LastValue>> {
  const earlier = reports
    .filter((report) => report.state === 'accepted' && report.periodEnd < before)
    .toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))
  return Object.fromEntries(
    earlier.flatMap(({ periodEnd, submissions }) =>
      Object.entries(submissions.at(-1)?.content.values ?? {}).map(
        ([id, value]) => [id, { value, periodEnd }] as const,
      ),
    ),
  )
}
