import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { inSpace } from '../events/define-event.ts'
import {
  addParticipationInput,
  endParticipationInput,
  fitsKind,
  type Organization,
  type ParticipationRole,
} from './organizations.ts'
import { participationAdded, participationEnded } from './organizations.events.ts'
import { can } from './organizations.policy.ts'

type AdditionState = {
  readonly organization: Organization | undefined
  readonly idTaken: boolean
  readonly alreadyIn: boolean
  readonly hasLead: boolean
}

/** Why an organization can't take part in that role, or undefined where it can. */
function objection(state: AdditionState & { organization: Organization }, role: ParticipationRole): Error | undefined {
  if (!fitsKind(state.organization.kind, role)) return invalid('roleOfKind')
  if (state.idTaken) return conflict('idTaken')
  if (state.alreadyIn) return conflict('alreadyParticipates')
  if (role === 'lead' && state.hasLead) return conflict('leadTaken')
  return undefined
}

export const participationAdd = defineCommand(
  'participation.add',
  addParticipationInput,
  (state: AdditionState, input, { actor }) => {
    const { organization } = state
    if (!organization || !can.participate(actor)) throw notFound()
    const refusal = objection({ ...state, organization }, input.role)
    if (refusal) throw refusal
    const { participationId, organizationId, role } = input
    return [inSpace(input.spaceId, participationAdded.of({ participationId, organizationId, role }))]
  },
)

type EndState = {
  readonly participation: { readonly organizationId: string; readonly endedAt: string | null } | undefined
}

/** Ends an organization's part: its people leave the project's spaces, what they wrote stays. */
export const participationEnd = defineCommand(
  'participation.end',
  endParticipationInput,
  (state: EndState, input, { actor }) => {
    const { participation } = state
    if (!participation || !can.participate(actor)) throw notFound()
    if (participation.endedAt) return []
    const { participationId } = input
    const ended = participationEnded.of({ participationId, organizationId: participation.organizationId })
    return [inSpace(input.spaceId, ended)]
  },
)
