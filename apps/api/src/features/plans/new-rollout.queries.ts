import type { Office } from '@kolo/domain/core/roles'
import type { Reads } from '../../kernel/transaction.ts'
import {
  coordinatedProject,
  networkSpaceId,
  participates,
  partnerIdsOf,
} from '../organizations/organizations.queries.ts'
import { rolloutsBefore } from '../rollouts/rollouts.queries.ts'
import { planById } from './plans.queries.ts'

type Asked = {
  readonly spaceId: string
  readonly planId: string
  readonly rolloutId: string
  readonly rolloutSpaceId: string
  readonly municipalityId: string
}

/** The project of the coordination space, and the municipality's organization with whether it takes part there. */
export async function newcomerState(db: Reads, { spaceId, municipalityId }: Pick<Asked, 'spaceId' | 'municipalityId'>) {
  const [project, organization] = await Promise.all([
    coordinatedProject(db, spaceId),
    db
      .selectFrom('organization')
      .select(['id', 'name', 'space_id'])
      .where('municipality_id', '=', municipalityId)
      .executeTakeFirst(),
  ])
  const takesPart = project && organization ? await participates(db, organization.id, project.id) : false
  return { project, organization: organization && { id: organization.id, name: organization.name, takesPart } }
}

/** What is to be known before a rollout is created from a plan. */
export async function newRolloutState(db: Reads, asked: Asked) {
  const [{ project, organization }, network, municipality] = await Promise.all([
    newcomerState(db, asked),
    networkSpaceId(db),
    db
      .selectFrom('municipality')
      .select(['name', 'country', 'registered_voters', 'development_level'])
      .where('id', '=', asked.municipalityId)
      .executeTakeFirst(),
  ])
  const projectId = project?.id ?? null
  const [plan, partnerIds, { idTaken, systemIds }] = await Promise.all([
    project && planById(db, { spaceId: project.commonsSpaceId, planId: asked.planId }),
    partnerIdsOf(db, projectId),
    rolloutsBefore(db, projectId, asked),
  ])
  const system =
    plan && (await db.selectFrom('system').select('name').where('id', '=', plan.systemId).executeTakeFirst())
  return {
    project,
    networkSpaceId: network,
    plan,
    organization,
    municipality: municipality && {
      name: municipality.name,
      country: municipality.country,
      registeredVoters: municipality.registered_voters,
      developmentLevel: municipality.development_level,
    },
    system,
    partnerIds,
    idTaken,
    exists: plan ? systemIds.includes(plan.systemId) : false,
  }
}

/** Who holds which office of a rollout now, by person id in order: seats of the municipality, the partners' focal points. */
export async function officeHolders(
  db: Reads,
  rollout: { readonly organizationId: string; readonly partnerOrganizationIds: readonly string[] },
): Promise<Partial<Record<Office, string[]>>> {
  const { organizationId, partnerOrganizationIds } = rollout
  const rows = await db
    .selectFrom('seat_holder')
    .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .innerJoin('person', 'person.id', 'seat_holder.person_id')
    .select(['seat.organization_id', 'seat.kind', 'seat_holder.person_id'])
    .where('seat.organization_id', 'in', [organizationId, ...partnerOrganizationIds])
    .where('person.disabled_at', 'is', null)
    .orderBy('seat_holder.person_id')
    .execute()
  const held = rows.flatMap((row): { office: Office; personId: string }[] => {
    if (row.organization_id === organizationId) return [{ office: row.kind, personId: row.person_id }]
    return row.kind === 'focalPoint' ? [{ office: 'partner', personId: row.person_id }] : []
  })
  const byOffice = Map.groupBy(held, ({ office }) => office)
  return Object.fromEntries([...byOffice].map(([office, all]) => [office, all.map(({ personId }) => personId)]))
}
