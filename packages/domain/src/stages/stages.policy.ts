import type { Actor } from '../core/decide.ts'

/** The coordinator runs the stages; the role counts in the project's commons. */
export const can = {
  run: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
}
