import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { inSpace } from '../events/define-event.ts'
import { createOrganizationInput, type Organization, renameOrganizationInput } from './organizations.ts'
import { organizationCreated, organizationRenamed } from './organizations.events.ts'
import { can } from './organizations.policy.ts'

type CreationState = {
  readonly organization: Organization | undefined
  readonly networkSpaceId: string
  /** Whether there is such a municipality, and whether it has an organization already. */
  readonly municipality: 'none' | 'free' | 'taken'
}

export const organizationCreate = defineCommand(
  'organization.create',
  createOrganizationInput,
  (state: CreationState, input, { actor }) => {
    if (!can.create(actor)) throw notFound()
    if (state.organization) throw conflict('idTaken')
    if ((input.kind === 'municipality') !== (input.municipality !== null)) throw invalid('municipalityMissing')
    if (input.municipality && state.municipality === 'none') throw notFound()
    if (state.municipality === 'taken') throw conflict('municipalityTaken')
    const { organizationId, kind, name, country, color, municipality } = input
    const created = organizationCreated.of({
      organizationId,
      kind,
      name,
      country,
      color,
      municipalityId: municipality?.municipalityId ?? null,
      spaceId: municipality?.spaceId ?? null,
    })
    return [inSpace(state.networkSpaceId, created)]
  },
)

export const organizationRename = defineCommand(
  'organization.rename',
  renameOrganizationInput,
  (state: { readonly organization: Organization | undefined }, input, { actor }) => {
    if (!state.organization || !can.rename(actor)) throw notFound()
    const { organizationId, name } = input
    return state.organization.name === name ? [] : [organizationRenamed.of({ organizationId, name })]
  },
)
