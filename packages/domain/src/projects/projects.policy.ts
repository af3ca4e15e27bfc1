import type { Actor } from '../core/decide.ts'

/** Who sets projects up and who looks after them. */
export const can = {
  /** In the network. */
  create: (actor: Actor): boolean => actor.role === 'administrator',
  /** In the project's commons. */
  describe: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
  /** In the project's commons. */
  setApproval: (actor: Actor): boolean => actor.role === 'coordinator',
  /** In the network, or in the project's own coordination space: elsewhere a coordinator has no say. */
  appoint: (actor: Actor, isOwnCoordination: boolean): boolean =>
    actor.role === 'administrator' || (actor.role === 'coordinator' && isOwnCoordination),
}
