import type { Actor } from '../core/decide.ts'

/** Who invites: the coordinator from the project's coordination space, an administrator from the network's. */
export const can = {
  send: (actor: Actor, from: { readonly spaceId: string; readonly coordinationSpaceId: string }): boolean =>
    actor.role === 'administrator' || (actor.role === 'coordinator' && from.spaceId === from.coordinationSpaceId),
  /** Into an organization that has to do with projects of other coordinators. */
  sendElsewhere: (actor: Actor): boolean => actor.role === 'administrator',
  /** Whoever could have sent it from that space. */
  revoke: (actor: Actor): boolean => actor.role === 'administrator' || actor.role === 'coordinator',
}
