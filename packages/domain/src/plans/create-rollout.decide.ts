import type { z } from 'zod'
import { defineCommand } from '../core/command.ts'
import type { DecideContext } from '../core/decide.ts'
import { conflict, notFound } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import { organizationCreate } from '../organizations/organizations.decide.ts'
import { participationAdd } from '../organizations/participations.decide.ts'
import { type CreationState, decideCreation } from '../rollouts/rollouts.decide.ts'
import { createRolloutInput, type Plan } from './plans.ts'

type Input = z.infer<typeof createRolloutInput>

type FromPlanState = Pick<CreationState, 'idTaken' | 'system' | 'partnerIds' | 'exists'> & {
  /** The project whose coordination space `spaceId` is. */
  readonly project: { readonly id: string; readonly commonsSpaceId: string } | undefined
  readonly networkSpaceId: string
  readonly plan: Plan | undefined
  readonly municipality: { readonly name: string; readonly country: string } | undefined
  /** The municipality's organization, where it has one already. */
  readonly organization: { readonly id: string; readonly name: string; readonly takesPart: boolean } | undefined
}

/**
 * Begins a rollout as the project's plan says, and brings the municipality in where it takes no part yet. Decides on what
 * begins; `layOut` says with which tasks, indicators and cycle.
 */
export const planCreateRollout = defineCommand(
  'plan.createRollout',
  createRolloutInput,
  (state: FromPlanState, input, context) => {
    const { project, plan, municipality } = state
    if (!project || !plan || !municipality) throw notFound()
    const rollout = {
      spaceId: project.commonsSpaceId,
      rolloutId: input.rolloutId,
      rolloutSpaceId: input.rolloutSpaceId,
      projectId: project.id,
      municipalityId: input.municipalityId,
      organizationId: state.organization?.id ?? input.newcomer.organizationId,
      systemId: plan.systemId,
      partnerOrganizationIds: input.partnerOrganizationIds,
      startsOn: input.startsOn,
    }
    const { id: planId, revision } = plan
    const begins = decideCreation({ ...state, projectId: project.id, takesPart: true }, rollout, context, {
      planId,
      revision,
    })
    if (revision !== input.revision) throw conflict('stateChanged')
    return [...bringIn({ ...state, municipality }, input, context), ...begins]
  },
)

/** What the municipality lacks of an organization that takes part. */
function bringIn(
  state: FromPlanState & { readonly municipality: { readonly name: string; readonly country: string } },
  { spaceId, municipalityId, newcomer }: Input,
  context: DecideContext,
): EventDraft[] {
  const { organization, networkSpaceId, municipality } = state
  if (organization?.takesPart) return []
  const { organizationId, participationId, color, spaceId: ownSpaceId } = newcomer
  const asked = {
    spaceId,
    organizationId,
    kind: 'municipality' as const,
    name: municipality.name,
    country: municipality.country,
    color,
    municipality: { municipalityId, spaceId: ownSpaceId },
  }
  const created = organization
    ? []
    : organizationCreate.decide({ organization: undefined, networkSpaceId, municipality: 'free' }, asked, context)
  const taking = organization ?? { id: organizationId, name: municipality.name }
  const added = participationAdd.decide(
    { organization: { ...taking, kind: 'municipality' }, idTaken: false, alreadyIn: false, hasLead: false },
    { spaceId, participationId, organizationId: taking.id, role: 'municipality' },
    context,
  )
  return [...created, ...added]
}
