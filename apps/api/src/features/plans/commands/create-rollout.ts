import { columnAdded } from '@kolo/domain/boards/boards.events'
import { notFound } from '@kolo/domain/core/errors'
import type { EventDraft } from '@kolo/domain/events/define-event'
import { layOut } from '@kolo/domain/plans/lay-out'
import { planCreateRollout } from '@kolo/domain/plans/create-rollout.decide'
import { rolloutTitle } from '@kolo/domain/rollouts/rollouts'
import type { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { writeParticipation } from '../../organizations/commands/add-participation.ts'
import { writeOrganization } from '../../organizations/commands/create-organization.ts'
import { networkSpaceId, spacesOfParticipation } from '../../organizations/organizations.queries.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import { openWorkspace } from '../../spaces/open-workspace.ts'
import { newRolloutState, newcomerState, officeHolders } from '../new-rollout.queries.ts'
import { furnishRollout } from '../furnish-rollout.ts'
import { writeRollout } from '../../rollouts/commands/create-rollout.ts'

/** Begins a rollout as a plan says, with its tasks, milestones, indicators and cycle; brings the municipality in where it takes no part yet. */
export const createPlannedRollout = command(planCreateRollout, {
  // The commons stands for plans and rollouts, the network's space for seats: what changes there meanwhile isn't missed.
  async spaces(read, input) {
    const [network, { project, organization }] = await Promise.all([networkSpaceId(read), newcomerState(read, input)])
    if (!project) return [input.spaceId, network]
    const joined =
      organization && !organization.takesPart ? await spacesOfParticipation(read, organization.id, [project.id]) : []
    return [input.spaceId, network, project.commonsSpaceId, ...joined]
  },
  async handle({ tx, input, decide, actor, now, ids }) {
    const state = await newRolloutState(tx.read, input)
    const events = decide(state)
    const { project, plan, municipality, system } = state
    if (!project || !plan || !municipality || !system) throw notFound()
    const { organizationId, opened, spaceIds } = await bringIn(tx, { ...state, project, municipality }, input, now, ids)
    const title = rolloutTitle(system.name, municipality.name)
    const begun = writeRollout(
      tx,
      { ...input, projectId: project.id, organizationId, systemId: plan.systemId, title },
      now,
    )
    const board = openWorkspace(tx, input.rolloutSpaceId, ids)
    // The first of a new board's columns is that of what is to be done.
    const { columnId } = columnAdded.payload.parse(board[0]?.payload)
    const holders = {
      ...(await officeHolders(tx.read, { organizationId, partnerOrganizationIds: input.partnerOrganizationIds })),
      coordinator: actor.system ? [] : [actor.personId],
    }
    const rollout = { ...input, columnId, holders, createdBy: actor.personId }
    const furnished = furnishRollout(tx, layOut(plan, municipality, input.startsOn), rollout, now, ids)
    const joined = await reconcileMembers(tx, [input.rolloutSpaceId, ...spaceIds])
    return [...opened, begun, ...events, ...board, ...furnished, ...joined]
  },
})

type State = Awaited<ReturnType<typeof newRolloutState>>
type Known = Pick<State, 'organization'> & {
  readonly project: NonNullable<State['project']>
  readonly municipality: NonNullable<State['municipality']>
}

/**
 * Writes what the municipality lacks of an organization that takes part; gives the organization, the first events of its
 * space where it gets one, and the spaces whose members may be others now.
 */
async function bringIn(
  tx: Tx,
  { organization, project, municipality }: Known,
  { municipalityId, newcomer }: z.infer<typeof planCreateRollout.input>,
  now: string,
  ids: () => string,
): Promise<{ organizationId: string; opened: EventDraft[]; spaceIds: string[] }> {
  if (organization?.takesPart) return { organizationId: organization.id, opened: [], spaceIds: [] }
  const { spaceId, participationId, color } = newcomer
  const organizationId = organization?.id ?? newcomer.organizationId
  const facts = { organizationId, kind: 'municipality', color, municipality: { municipalityId, spaceId } } as const
  const { name, country } = municipality
  const opened = organization ? [] : writeOrganization(tx, { ...facts, name, country }, now, ids)
  writeParticipation(tx, { participationId, projectId: project.id, organizationId, role: 'municipality' }, now)
  // Nobody sits in a new organization: the project's own spaces stay as they are.
  const spaceIds = organization ? await spacesOfParticipation(tx.read, organizationId, [project.id]) : [spaceId]
  return { organizationId, opened, spaceIds }
}
