import type { Database } from '@kolo/database'
import type { Cycle } from '@kolo/domain/cycles/cycles'
import { periodsToAsk, type ReportingPeriod } from '@kolo/domain/cycles/periods'
import type { Selectable } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'

const cycleOf = (row: Selectable<Database['cycle']>): Cycle => ({
  rhythm: row.rhythm,
  days: row.days,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  window: row.window_days,
})

/** When the rollout of a space reports. */
export async function cycleOfSpace(
  db: Reads,
  spaceId: string,
): Promise<{ readonly rolloutId: string | undefined; readonly cycle: Cycle | null }> {
  const [rollout, row] = await Promise.all([
    db.selectFrom('rollout').select('id').where('space_id', '=', spaceId).executeTakeFirst(),
    db
      .selectFrom('cycle')
      .innerJoin('rollout', 'rollout.id', 'cycle.rollout_id')
      .selectAll('cycle')
      .where('rollout.space_id', '=', spaceId)
      .executeTakeFirst(),
  ])
  return { rolloutId: rollout?.id, cycle: row ? cycleOf(row) : null }
}

/** A report that a cycle asks for, and that nobody has been asked for yet. */
export type DueReport = ReportingPeriod & { readonly rolloutId: string; readonly spaceId: string }

/**
 * What the cycles ask for until `today`, and no report tells any day of yet, oldest first. Municipalities that have left
 * the project, or have no space, are asked nothing.
 */
export async function dueReports(db: Reads, today: string): Promise<DueReport[]> {
  const askedFor = await db
    .selectFrom('report')
    .innerJoin('cycle', 'cycle.rollout_id', 'report.rollout_id')
    .select(['report.rollout_id', 'report.period_start as periodStart', 'report.period_end as periodEnd'])
    .whereRef('report.period_end', '>=', 'cycle.starts_on')
    .execute()
  const askedOf = Map.groupBy(askedFor, (report) => report.rollout_id)
  const rows = await db
    .selectFrom('cycle')
    .innerJoin('rollout', 'rollout.id', 'cycle.rollout_id')
    .innerJoin('organization', 'organization.id', 'rollout.organization_id')
    .innerJoin('participation', (join) =>
      join
        .onRef('participation.organization_id', '=', 'rollout.organization_id')
        .onRef('participation.project_id', '=', 'rollout.project_id')
        .on('participation.ended_at', 'is', null),
    )
    .selectAll('cycle')
    .select('rollout.space_id')
    .where('cycle.starts_on', '<=', today)
    .where('organization.space_id', 'is not', null)
    .execute()
  return rows
    .flatMap((row) =>
      periodsToAsk(cycleOf(row), today, askedOf.get(row.rollout_id) ?? []).map((period) => ({
        ...period,
        rolloutId: row.rollout_id,
        spaceId: row.space_id,
      })),
    )
    .toSorted((a, b) => (a.periodStart < b.periodStart ? -1 : 1))
}
