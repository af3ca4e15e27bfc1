import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { Reading } from '@kolo/domain/indicators/roll-up'
import type { Content } from '@kolo/domain/reports/report-content'
import type { Reads } from '../../kernel/transaction.ts'

/** What was accepted of a rollout, with the indicators that it was asked for. */
export type Accepted = {
  readonly rolloutId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly indicators: readonly Indicator[]
  readonly content: Content
}

/** The accepted reports of rollouts, by period; the caller has checked who asks. */
export async function acceptedReports(db: Reads, rolloutIds: readonly string[]): Promise<Accepted[]> {
  if (rolloutIds.length === 0) return []
  const rows = await db
    .selectFrom('report')
    .innerJoin('submission', 'submission.id', 'report.accepted_submission_id')
    .select([
      'report.rollout_id',
      'report.period_start',
      'report.period_end',
      'report.indicators',
      'submission.content',
    ])
    .where('report.rollout_id', 'in', rolloutIds)
    .orderBy('report.period_start')
    .execute()
  return rows.map((row) => ({
    rolloutId: row.rollout_id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    indicators: row.indicators as Indicator[],
    content: row.content as Content,
  }))
}

/** What a report says of an indicator that it was asked for. */
export function readingOf({ content }: Accepted, indicatorId: string): Reading {
  if (content.nothingToReport) return { state: 'nothingToReport' }
  const value = content.values[indicatorId]
  return value ? { state: 'reported', value } : { state: 'missing' }
}

/** The reports that asked for the indicator. */
export const askingFor = (reports: readonly Accepted[], indicatorId: string): Accepted[] =>
  reports.filter((report) => report.indicators.some(({ id }) => id === indicatorId))

/** Every indicator that the reports asked for, as the newest of them describes it. */
export function indicatorsOf(reports: readonly Accepted[]): Indicator[] {
  return [
    ...new Map(
      reports.flatMap((report) => report.indicators.map((indicator) => [indicator.id, indicator] as const)),
    ).values(),
  ]
}
