import type { Actor } from '../core/decide.ts'

/** Who asks for reports, who writes them and who reviews them. */
export const can = {
  /** In the rollout's space. */
  open: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
  /** In the municipality's space: focal point, IT officer and approver; signatories read. */
  draft: (actor: Actor): boolean => actor.role === 'reporter' || actor.role === 'approver',
  submit: (actor: Actor): boolean => actor.role === 'reporter' || actor.role === 'approver',
  /** In the municipality's space, where the project asks for it: whoever sits in the approver's seat. */
  approve: (actor: Actor): boolean => actor.role === 'approver',
  /** In the rollout's space: the coordinator returns and accepts, but never what their own municipality handed in. */
  review: (actor: Actor): boolean => actor.role === 'coordinator',
}
