import { definePart, on } from '../core/part.ts'
import type { Cycle } from './cycles.ts'
import { cycleEnded, cycleSet } from './cycles.events.ts'

/** When the rollout of a rollout's space reports; null where nobody has said so, and in every other space. */
export type CyclePart = Cycle | null

/** The part `cycle` of every snapshot. */
export const cyclePart = definePart<CyclePart>(null, [
  on(cycleSet, (_state, { payload }) => payload.cycle),
  on(cycleEnded, () => null),
])
