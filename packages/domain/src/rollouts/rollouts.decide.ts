import type { z } from 'zod'
import { defineCommand } from '../core/command.ts'
import type { DecideContext } from '../core/decide.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { type EventDraft, inSpace } from '../events/define-event.ts'
import { changePhaseInput, createRolloutInput, type Rollout, rolloutTitle } from './rollouts.ts'
import { rolloutCreated, rolloutPhaseChanged } from './rollouts.events.ts'
import { can } from './rollouts.policy.ts'

export type CreationState = {
  /** The project whose commons `spaceId` is. */
  readonly projectId: string | undefined
  readonly idTaken: boolean
  readonly municipality: { readonly name: string } | undefined
  readonly system: { readonly name: string } | undefined
  /** Whether the organization is this municipality's and takes part in the project. */
  readonly takesPart: boolean
  /** The organizations that are partners of the project. */
  readonly partnerIds: readonly string[]
  readonly exists: boolean
}

export const rolloutCreate = defineCommand(
  'rollout.create',
  createRolloutInput,
  (state: CreationState, input, context) => decideCreation(state, input, context),
)

/** The rollout begins, from a plan where there is one. */
export function decideCreation(
  state: CreationState,
  input: z.infer<typeof createRolloutInput>,
  { actor }: DecideContext,
  plan: { readonly planId: string; readonly revision: number } | null = null,
): EventDraft[] {
  const { municipality, system } = state
  if (!can.create(actor) || state.projectId !== input.projectId || !municipality || !system) throw notFound()
  if (state.idTaken) throw conflict('idTaken')
  if (!state.takesPart) throw invalid('municipalityTakesNoPart')
  if (input.partnerOrganizationIds.some((id) => !state.partnerIds.includes(id))) throw invalid('notAPartner')
  if (state.exists) throw conflict('rolloutExists')
  const { rolloutId, projectId, municipalityId, organizationId, systemId, startsOn } = input
  const created = rolloutCreated.of({
    rolloutId,
    projectId,
    municipalityId,
    organizationId,
    systemId,
    title: rolloutTitle(system.name, municipality.name),
    phase: 'prepare',
    startsOn,
    partnerOrganizationIds: [...new Set(input.partnerOrganizationIds)].toSorted(),
    plan,
  })
  return [inSpace(input.rolloutSpaceId, created)]
}

type PhaseState = { readonly rollout: Pick<Rollout, 'phase'> | undefined }

/** Phases are ordered, but a rollout may go back. */
export const rolloutChangePhase = defineCommand(
  'rollout.changePhase',
  changePhaseInput,
  ({ rollout }: PhaseState, input, { actor }) => {
    if (!rollout || !can.changePhase(actor)) throw notFound()
    const { rolloutId, phase } = input
    return rollout.phase === phase ? [] : [rolloutPhaseChanged.of({ rolloutId, phase })]
  },
)
