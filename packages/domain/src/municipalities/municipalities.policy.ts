import type { Actor } from '../core/decide.ts'

/** The catalogue belongs to the network's administrators; who its people are a municipality says itself. */
export const can = {
  import: (actor: Actor): boolean => actor.role === 'administrator',
  confirmContacts: (actor: Actor): boolean => actor.role === 'reporter' || actor.role === 'approver',
}
