import { boardFacts } from '../boards/boards.facts.ts'
import { documentFacts } from '../documents/documents.facts.ts'
import type { PartName, SpaceState } from '../events/parts.ts'
import { milestoneFacts } from '../milestones/milestones.facts.ts'
import { rolloutFacts } from '../rollouts/rollouts.facts.ts'
import { threadFacts } from '../threads/threads.facts.ts'
import type { FactContributor } from './fact-contributor.ts'
import { type Fact, maxFacts } from './facts.ts'

/** Who tells what a report says by itself, in the order in which it says it: a line for each noun. */
const contributors = [rolloutFacts, milestoneFacts, boardFacts, threadFacts, documentFacts] as const

/** The parts of a rollout's space that facts are told from. */
export const factParts = contributors.flatMap(({ parts }): readonly PartName[] => parts)
export type FactState = Pick<SpaceState, (typeof contributors)[number]['parts'][number]>

/** What happened in the rollout in the period, both its days included; noun by noun, each in the order of days. */
export function factsIn(
  state: FactState,
  { periodStart, periodEnd }: { readonly periodStart: string; readonly periodEnd: string },
): readonly Fact[] {
  const told = contributors.flatMap((contributor) =>
    (contributor as FactContributor)
      .factsOf(state as SpaceState)
      .filter(({ on }) => periodStart <= on && on <= periodEnd)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  )
  if (told.length <= maxFacts) return told
  const latest = new Set(told.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, maxFacts))
  return told.filter((fact) => latest.has(fact))
}
