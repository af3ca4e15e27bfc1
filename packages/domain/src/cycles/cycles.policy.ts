import type { Actor } from '../core/decide.ts'

/** Who says when reports are due: whoever asks for them. */
export const can = {
  /** In the rollout's space. */
  set: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
}
