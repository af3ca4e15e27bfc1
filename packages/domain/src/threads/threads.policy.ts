import type { Actor } from '../core/decide.ts'

/** Sentences that drive server and interface alike. A signed-in member of the space, whoever that is, takes part in discussion. */
export const can = {
  /** Every member may discuss, readers too; a personal space has no discussion. */
  start: (actor: Actor): boolean => actor.role !== undefined && actor.role !== 'owner',
  reply: (actor: Actor): boolean => actor.role !== undefined && actor.role !== 'owner',
  /** Whoever started it, and the coordinator, look after a thread. */
  rename: (actor: Actor, thread: { readonly startedBy: string }): boolean =>
    actor.role === 'coordinator' || (actor.role !== undefined && thread.startedBy === actor.personId),
  resolve: (actor: Actor, thread: { readonly startedBy: string }): boolean =>
    actor.role === 'coordinator' ||
    actor.role === 'editor' ||
    (actor.role !== undefined && thread.startedBy === actor.personId),
  /** One's own words only. */
  editMessage: (actor: Actor, message: { readonly authorId: string }): boolean =>
    actor.role !== undefined && message.authorId === actor.personId,
  /** One's own words; the coordinator may remove what doesn't belong. */
  deleteMessage: (actor: Actor, message: { readonly authorId: string }): boolean =>
    actor.role === 'coordinator' || (actor.role !== undefined && message.authorId === actor.personId),
}
