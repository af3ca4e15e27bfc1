import type { Role } from './roles.ts'

/** Who acts, with the role held in the space at hand; `system` acts for no person (imports, the demo, the server). */
export type Actor = {
  readonly personId: string
  readonly role: Role | undefined
  readonly system?: boolean
}

/** What a decision may know besides state and input; the server's values win over the browser's. */
export type DecideContext = {
  readonly actor: Actor
  /** ISO 8601, UTC. */
  readonly now: string
  /** Ids derived from the command's id, see `derivedIds`. */
  readonly ids: () => string
}
