import type { RolloutPart } from '@kolo/domain/rollouts/rollouts.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { rolloutOfSpace } from './rollouts.queries.ts'

/** The rollout of a rollout's space. */
export const loadRollout: PartLoader<RolloutPart> = async (db, spaceId) => (await rolloutOfSpace(db, spaceId)) ?? null
