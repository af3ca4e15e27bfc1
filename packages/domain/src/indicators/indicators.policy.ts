import type { Actor } from '../core/decide.ts'

/** Who keeps the catalogue of indicators, and who says what a rollout reports. */
export const can = {
  /** In the network's space. */
  import: (actor: Actor): boolean => actor.role === 'administrator',
  /** In the rollout's space. */
  choose: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
}
