import type { PartName, SpaceState } from '../events/parts.ts'
import type { Fact } from './facts.ts'

/** What a noun tells of a space: pure, from its own parts of the space's state. */
export type FactContributor<Name extends PartName = PartName> = {
  readonly parts: readonly Name[]
  factsOf(state: Pick<SpaceState, Name>): readonly Fact[]
}

/** The day of a moment, for a fact. */
export const dayOf = (moment: string): string => moment.slice(0, 10)
