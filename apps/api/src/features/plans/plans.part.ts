import type { PlansPart } from '@kolo/domain/plans/plans.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { plansOf } from './plans.queries.ts'

/** The plans of the project whose commons the space is. */
export const loadPlans: PartLoader<PlansPart> = async (db, spaceId) =>
  Object.fromEntries((await plansOf(db, spaceId)).map((plan) => [plan.id, plan]))
