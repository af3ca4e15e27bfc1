import type { Database } from '@kolo/database'
import { type Plan, type PlanChanges, planContentSchema } from '@kolo/domain/plans/plans'
import { type Selectable, sql } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'

// Parsed: the database brings the keys of JSON into an order of its own, and decisions compare texts.
const planOf = (row: Selectable<Database['plan']>): Plan => ({
  id: row.id,
  systemId: row.system_id,
  ...planContentSchema.parse(row.content),
  revision: row.revision,
})

/** The plans of a commons. */
export async function plansOf(db: Reads, commonsSpaceId: string): Promise<Plan[]> {
  const rows = await db.selectFrom('plan').selectAll().where('space_id', '=', commonsSpaceId).orderBy('id').execute()
  return rows.map(planOf)
}

/** The plan, where that commons has it. */
export async function planById(
  db: Reads,
  key: { readonly spaceId: string; readonly planId: string },
): Promise<Plan | undefined> {
  const row = await db
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', key.planId)
    .where('space_id', '=', key.spaceId)
    .executeTakeFirst()
  return row && planOf(row)
}

/** Of the indicators that a plan asks for those that the catalogue has. */
export async function knownIndicatorIds(db: Reads, { indicators = [] }: PlanChanges): Promise<string[]> {
  const asked = indicators.map(({ indicatorId }) => indicatorId)
  const rows = await db
    .selectFrom('indicator')
    .select('id')
    .where('id', '=', sql<string>`any(${asked}::uuid[])`)
    .execute()
  return rows.map(({ id }) => id)
}
