import type { Actor } from '../core/decide.ts'

/** Who keeps a project's plans; everybody in its commons reads them. */
export const can = {
  /** In the project's commons. */
  keep: (actor: Actor): boolean => actor.role === 'coordinator' || actor.system === true,
}
