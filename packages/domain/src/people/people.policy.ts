import type { Actor } from '../core/decide.ts'

/** Who looks after accounts. The role of administrator exists in the network's space only. */
export const can = {
  add: (actor: Actor): boolean => actor.role === 'administrator',
  /** One's own name, from one's own space; administrators mend everybody's. */
  rename: (actor: Actor, personId: string): boolean =>
    actor.role === 'administrator' || (actor.role === 'owner' && actor.personId === personId),
  disable: (actor: Actor): boolean => actor.role === 'administrator',
  appoint: (actor: Actor): boolean => actor.role === 'administrator',
  choosePreferences: (actor: Actor): boolean => actor.role === 'owner',
}
