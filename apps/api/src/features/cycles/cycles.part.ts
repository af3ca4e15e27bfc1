import type { CyclePart } from '@kolo/domain/cycles/cycles.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { cycleOfSpace } from './cycles.queries.ts'

/** When the rollout of the space reports. */
export const loadCycle: PartLoader<CyclePart> = async (db, spaceId) => (await cycleOfSpace(db, spaceId)).cycle
