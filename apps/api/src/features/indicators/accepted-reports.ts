import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { Reading } from '@kolo/domain/indicators/roll-up'
import type { Content } from '@kolo/domain/reports/report-content'
import { sql } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'

/** What was accepted of a rollout, with the indicators that it was asked for. */
export type Accepted = {
  readonly rolloutId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly indicators: readonly Indicator[]
  readonly content: Pick<Content, 'nothingToReport' | 'values' | 'parts' | 'sources'>
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

/**
 * Of the accepted reports of rollouts those that say how each indicator stands, by period: of all that asked for the same
 * indicators the newest, and the newest with something to report.
 */
export async function newestReports(db: Reads, rolloutIds: readonly string[]): Promise<Accepted[]> {
  if (rolloutIds.length === 0) return []
  const rows = (await Promise.all([newestRows(db, rolloutIds), newestRows(db, rolloutIds, 'speaking')])).flat()
  const indicators = await indicatorsByHash(db, rows)
  return rows
    .toSorted((a, b) => (a.period_start < b.period_start ? -1 : 1))
    .map((row) => ({
      rolloutId: row.rollout_id,
      periodStart: row.period_start,
      periodEnd: row.period_end,
      indicators: indicators.get(row.asked_hash) ?? [],
      content: { nothingToReport: row.nothing, values: row.values, ...(row.parts ? { parts: row.parts } : {}) },
    }))
}

type NewestRow = Awaited<ReturnType<typeof newestRows>>[number]

/** One for each rollout and list of indicators: looked for from the newest back, since most are found at once. */
const newestRows = (db: Reads, rolloutIds: readonly string[], which: 'all' | 'speaking' = 'all') =>
  db
    .with('asked', (from) =>
      from
        .selectFrom('report')
        .select(['rollout_id', 'asked_hash'])
        .distinct()
        .where('rollout_id', 'in', rolloutIds)
        .where('accepted_submission_id', 'is not', null),
    )
    .selectFrom('asked')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('report')
          .innerJoin('submission', 'submission.id', 'report.accepted_submission_id')
          .select(['report.id', 'report.period_start', 'report.period_end', 'submission.content'])
          .whereRef('report.rollout_id', '=', 'asked.rollout_id')
          .whereRef('report.asked_hash', '=', 'asked.asked_hash')
          .$if(which === 'speaking', (some) =>
            some.where(sql<boolean>`submission.content -> 'nothingToReport' = 'false'`),
          )
          .orderBy('report.period_start', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['asked.rollout_id', 'asked.asked_hash', 'newest.id', 'newest.period_start', 'newest.period_end'])
    .select([
      sql<boolean>`(newest.content -> 'nothingToReport')::boolean`.as('nothing'),
      sql<Content['values']>`newest.content -> 'values'`.as('values'),
      sql<Content['parts'] | null>`newest.content -> 'parts'`.as('parts'),
    ])
    .execute()

/** Hundreds of reports ask for the same: it is read once. */
async function indicatorsByHash(
  db: Reads,
  rows: readonly NewestRow[],
): Promise<ReadonlyMap<string, readonly Indicator[]>> {
  const examples = [...new Map(rows.map((row) => [row.asked_hash, row.id])).values()]
  if (examples.length === 0) return new Map()
  const held = await db.selectFrom('report').select(['asked_hash', 'indicators']).where('id', 'in', examples).execute()
  return new Map(held.map((row) => [row.asked_hash, row.indicators as Indicator[]]))
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
