import type { Actor } from '../core/decide.ts'
import type { Role } from '../core/roles.ts'

/** The roles that write in a space's documents; everybody else in the space reads and comments. */
export const writingRoles = ['coordinator', 'editor', 'reporter'] as const satisfies readonly Role[]

const writes = (actor: Actor): boolean => actor.system === true || writingRoles.some((role) => role === actor.role)

/** Sentences that drive server and interface alike. */
export const can = {
  create: writes,
  edit: (actor: Actor, document: { readonly archivedAt: string | null }): boolean =>
    writes(actor) && document.archivedAt === null,
  rename: (actor: Actor, document: { readonly archivedAt: string | null }): boolean =>
    writes(actor) && document.archivedAt === null,
  /** The coordinator, and whoever created it while still writing here. */
  archive: (actor: Actor, document: { readonly createdBy: string }): boolean =>
    writes(actor) && (actor.role === 'coordinator' || actor.system === true || document.createdBy === actor.personId),
  publish: (actor: Actor, document: { readonly archivedAt: string | null }): boolean =>
    writes(actor) && document.archivedAt === null,
  /** Only the server tells of edits: it has them from the document's own log. */
  revise: (actor: Actor): boolean => actor.system === true,
}
