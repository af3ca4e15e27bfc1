import type { Actor } from '../core/decide.ts'

/** Who says what is to be reached: whoever answers for the project or accompanies the municipality. */
export const can = {
  /** In the rollout's space. */
  set: (actor: Actor): boolean => actor.role === 'coordinator' || actor.role === 'editor' || actor.system === true,
}
