import type { Actor } from '../core/decide.ts'

/** Who says which rollouts begin together. */
export const can = {
  /** In the project's coordination space. */
  choose: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
}
