import type { MilestonesPart } from '@kolo/domain/milestones/milestones.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { milestonesOf } from './milestones.queries.ts'

/** The milestones of the rollout whose space it is. */
export const loadMilestones: PartLoader<MilestonesPart> = async (db, spaceId) =>
  Object.fromEntries((await milestonesOf(db, spaceId)).map((milestone) => [milestone.id, milestone]))
