import type { Actor } from '../core/decide.ts'
import type { Role } from '../core/roles.ts'

const working: readonly Role[] = ['coordinator', 'editor', 'reporter', 'approver']

/** Who may do what on a board. Readers look on. */
export const can = {
  /** Everyone who works in the space moves and edits its tasks. */
  work: (actor: Actor): boolean => actor.role !== undefined && working.includes(actor.role),
  /** The columns are the coordinator's, and the partners'. */
  arrange: (actor: Actor): boolean => actor.role === 'coordinator' || actor.role === 'editor',
}
