import type { TargetsPart } from '@kolo/domain/targets/targets.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { targetsOfSpace } from './targets.queries.ts'

/** What the rollout of the space is to reach. */
export const loadTargets: PartLoader<TargetsPart> = targetsOfSpace
