import type { Actor } from '../core/decide.ts'

/** The catalogue of systems belongs to the network's administrators. */
export const can = {
  import: (actor: Actor): boolean => actor.role === 'administrator',
}
