import type { Actor } from '../core/decide.ts'

/** Who may do what with files. */
export const can = {
  /** Every member of a shared space, readers too: they attach to what they discuss. */
  add: (actor: Actor): boolean => actor.role !== undefined && actor.role !== 'owner',
  /** Whoever added it, and the coordinator. */
  remove: (actor: Actor, file: { readonly addedBy: string }): boolean =>
    actor.role === 'coordinator' || (actor.role !== undefined && file.addedBy === actor.personId),
}
