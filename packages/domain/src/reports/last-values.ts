import { figureOf, type IndicatorValue } from '../indicators/values.ts'
import type { Report } from './reports.ts'

/** An accepted value, and the last day of the period that it tells of. */
export type LastValue = {
  readonly value: IndicatorValue
  readonly periodEnd: string
  /** By category, where it was taken apart. */
  readonly parts?: Readonly<Record<string, IndicatorValue>>
}

type Accepted = Pick<Report, 'state' | 'periodEnd' | 'submissions'>

/** The accepted reports before the period that begins on `before`, oldest first. */
export const acceptedBefore = <R extends Accepted>(reports: readonly R[], before: string): R[] =>
  reports
    .filter((report) => report.state === 'accepted' && report.periodEnd < before)
    .toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))

/** The accepted figures of each indicator, by its id, before the period that begins on `before`, oldest first. */
export function earlierFigures(
  reports: readonly Accepted[],
  before: string,
): Readonly<Record<string, readonly number[]>> {
  const figures: Record<string, number[]> = {}
  for (const { submissions } of acceptedBefore(reports, before)) {
    for (const [id, value] of Object.entries(submissions.at(-1)?.content.values ?? {})) {
      const figure = figureOf(value)
      if (figure !== null) (figures[id] ??= []).push(figure)
    }
  }
  return figures
}

/** The last accepted value of each indicator, by its id, before the period that begins on `before`. */
export function lastValuesOf(reports: readonly Accepted[], before: string): Readonly<Record<string, LastValue>> {
  return Object.fromEntries(
    acceptedBefore(reports, before).flatMap(({ periodEnd, submissions }) => {
      const content = submissions.at(-1)?.content
      return Object.entries(content?.values ?? {}).map(([id, value]) => {
        const parts = content?.parts?.[id]
        return [id, { value, periodEnd, ...(parts ? { parts } : {}) }] as const
      })
    }),
  )
}

/** Where each indicator's last accepted value came from, by its id, before the period that begins on `before`; the last that was told. */
export function lastSourcesOf(reports: readonly Accepted[], before: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    acceptedBefore(reports, before).flatMap(({ submissions }) =>
      Object.entries(submissions.at(-1)?.content.sources ?? {}),
    ),
  )
}
