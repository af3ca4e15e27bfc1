import { can as onBoard } from '../boards/boards.policy.ts'
import type { Actor } from '../core/decide.ts'

/** Who keeps the milestones of a rollout; everybody in its space sees them. */
export const can = {
  /** Whoever works on the rollout's board. */
  keep: (actor: Actor): boolean => onBoard.work(actor),
}
