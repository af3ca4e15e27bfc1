import type { Actor } from '../core/decide.ts'

/** Who begins rollouts and who says in which phase they are. */
export const can = {
  /** In the commons of the project. */
  create: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
  /** In the rollout's space: the coordinator and the partners that accompany it; municipalities tell it in their report. */
  changePhase: (actor: Actor): boolean =>
    actor.role === 'coordinator' || actor.role === 'editor' || actor.system === true,
}
