import type { Part } from '../core/part.ts'
import { boardPart } from '../boards/boards.fold.ts'
import { filesPart } from '../files/files.fold.ts'
import { invitationsPart } from '../invitations/invitations.fold.ts'
import { organizationsPart, participationsPart } from '../organizations/organizations.fold.ts'
import { peoplePart, preferencesPart } from '../people/people.fold.ts'
import { documentsPart } from '../documents/documents.fold.ts'
import { municipalitiesPart } from '../municipalities/municipalities.fold.ts'
import { projectPart } from '../projects/projects.fold.ts'
import { rolloutPart } from '../rollouts/rollouts.fold.ts'
import { stagesPart } from '../stages/stages.fold.ts'
import { systemsPart } from '../systems/systems.fold.ts'
import { chosenIndicatorsPart, indicatorsPart } from '../indicators/indicators.fold.ts'
import { plansPart } from '../plans/plans.fold.ts'
import { wavePart } from '../waves/waves.fold.ts'
import { targetsPart } from '../targets/targets.fold.ts'
import { milestonesPart } from '../milestones/milestones.fold.ts'
import { cyclePart } from '../cycles/cycles.fold.ts'
import { draftsPart, reportsPart } from '../reports/reports.fold.ts'
import { spacePart } from '../spaces/spaces.fold.ts'
import { readsPart, threadsPart } from '../threads/threads.fold.ts'
import type { Envelope } from './envelope.ts'

/** The closed list of what a snapshot consists of: a line for each noun. */
export const parts = {
  space: spacePart,
  documents: documentsPart,
  threads: threadsPart,
  board: boardPart,
  files: filesPart,
  reads: readsPart,
  systems: systemsPart,
  stages: stagesPart,
  rollout: rolloutPart,
  project: projectPart,
  municipalities: municipalitiesPart,
  organizations: organizationsPart,
  participations: participationsPart,
  people: peoplePart,
  preferences: preferencesPart,
  invitations: invitationsPart,
  indicators: indicatorsPart,
  chosenIndicators: chosenIndicatorsPart,
  targets: targetsPart,
  milestones: milestonesPart,
  cycle: cyclePart,
  plans: plansPart,
  wave: wavePart,
  reports: reportsPart,
  drafts: draftsPart,
}

type StateOf<P> = P extends Part<infer State> ? State : never
export type PartName = keyof typeof parts
/** A space's live state at a seq. */
export type SpaceState = { readonly [Name in PartName]: StateOf<(typeof parts)[Name]> }

const entries = Object.entries(parts) as [PartName, Part<unknown>][]

/** The state before a space's first event. */
export const emptySpace = Object.fromEntries(entries.map(([name, part]) => [name, part.empty])) as SpaceState

/** Applies one event to every part; the same object where nothing changed. */
export function foldSpace(state: SpaceState, event: Envelope): SpaceState {
  let next: Record<string, unknown> | undefined
  for (const [name, part] of entries) {
    const after = part.fold(state[name], event)
    if (after !== state[name]) next = { ...(next ?? state), [name]: after }
  }
  return (next as SpaceState | undefined) ?? state
}
