import type { Actor } from '../core/decide.ts'

/** Who invites: the coordinator from the project's coordination space, an administrator from the network's. */
export const can = {
  send: (actor: Actor, from: { readonly spaceId: string; readonly coordinationSpaceId: string }): boolean =>
    actor.role === 'administrator' || (actor.role === 'coordinator' && from.spaceId === from.coordinationSpaceId),
  /** Whoever could have sent it from that space. */
  revoke: (actor: Actor): boolean => actor.role === 'administrator' || actor.role === 'coordinator',
}
