import type { Actor } from '../core/decide.ts'

/** Who looks after organizations, their seats and their part in a project. */
export const can = {
  /** A coordinator may bring a new organization along; it has no rights until it takes part in something. */
  create: (actor: Actor): boolean => actor.role === 'administrator' || actor.role === 'coordinator',
  rename: (actor: Actor): boolean => actor.role === 'administrator',
  /** Coordinators fill seats by invitation, which the person accepts. */
  seat: (actor: Actor): boolean => actor.role === 'administrator',
  /** In the project's coordination space. */
  participate: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
}
