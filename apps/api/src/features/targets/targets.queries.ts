import type { Baseline, Target, TargetPlan } from '@kolo/domain/targets/targets'
import type { Reads } from '../../kernel/transaction.ts'

/** Plans by the indicator's id. */
export type TargetPlans = Readonly<Record<string, TargetPlan>>

type PlanRow = { readonly indicator_id: string; readonly baseline: unknown; readonly targets: unknown }

const planOf = ({ baseline, targets }: PlanRow): TargetPlan => ({
  baseline: baseline as Baseline | null,
  targets: targets as Target[],
})

/** What the rollout whose space this is is to reach. */
export async function targetsOfSpace(db: Reads, rolloutSpaceId: string): Promise<TargetPlans> {
  const rows = await db
    .selectFrom('target_plan')
    .innerJoin('rollout', 'rollout.id', 'target_plan.rollout_id')
    .selectAll('target_plan')
    .where('rollout.space_id', '=', rolloutSpaceId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.indicator_id, planOf(row)]))
}

/** What rollouts are to reach, by the rollout's id; the caller has checked who asks. */
export async function targetsOfRollouts(
  db: Reads,
  rolloutIds: readonly string[],
): Promise<ReadonlyMap<string, TargetPlans>> {
  if (rolloutIds.length === 0) return new Map()
  const rows = await db.selectFrom('target_plan').selectAll().where('rollout_id', 'in', rolloutIds).execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.rollout_id)].map(([rolloutId, held]) => [
      rolloutId,
      Object.fromEntries(held.map((row) => [row.indicator_id, planOf(row)])),
    ]),
  )
}
