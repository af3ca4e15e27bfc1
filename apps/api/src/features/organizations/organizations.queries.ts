import type { Organization } from '@kolo/domain/organizations/organizations'
import type { SeatKind } from '@kolo/domain/core/roles'
import type { Reads } from '../../kernel/transaction.ts'

/** The network's space, of which administrators are members; there is exactly one. */
export async function networkSpaceId(db: Reads): Promise<string> {
  const { id } = await db.selectFrom('space').select('id').where('kind', '=', 'network').executeTakeFirstOrThrow()
  return id
}

/** The organization, if there is one with this id. */
export async function organizationById(db: Reads, organizationId: string): Promise<Organization | undefined> {
  return db
    .selectFrom('organization')
    .select(['id', 'kind', 'name'])
    .where('id', '=', organizationId)
    .executeTakeFirst()
}

/** The organization's seat of that kind, and whether the person sits in it. */
export async function seatOf(
  db: Reads,
  key: { organizationId: string; seat: SeatKind; personId: string },
): Promise<{ id: string; held: boolean } | undefined> {
  const row = await db
    .selectFrom('seat')
    .leftJoin('seat_holder', (join) =>
      join.onRef('seat_holder.seat_id', '=', 'seat.id').on('seat_holder.person_id', '=', key.personId),
    )
    .select(['seat.id', 'seat_holder.person_id'])
    .where('seat.organization_id', '=', key.organizationId)
    .where('seat.kind', '=', key.seat)
    .executeTakeFirst()
  return row && { id: row.id, held: row.person_id !== null }
}

/** The spaces of these projects in which the organization's people are members while it takes part. */
export async function spacesOfParticipation(
  db: Reads,
  organizationId: string,
  projectIds: readonly string[],
): Promise<string[]> {
  if (projectIds.length === 0) return []
  const [shared, rollouts] = await Promise.all([
    db
      .selectFrom('space')
      .select('id')
      .where('project_id', 'in', projectIds)
      .where('kind', 'in', ['commons', 'stage'])
      .execute(),
    db
      .selectFrom('rollout')
      .leftJoin('rollout_partner', (join) =>
        join
          .onRef('rollout_partner.rollout_id', '=', 'rollout.id')
          .on('rollout_partner.organization_id', '=', organizationId),
      )
      .select('rollout.space_id')
      .where('rollout.project_id', 'in', projectIds)
      .where((where) =>
        where.or([
          where('rollout.organization_id', '=', organizationId),
          where('rollout_partner.organization_id', '=', organizationId),
        ]),
      )
      .execute(),
  ])
  return [...shared.map((space) => space.id), ...rollouts.map((rollout) => rollout.space_id)]
}

/** Every space whose members change when someone takes or leaves a seat of the organization. */
export async function spacesOfOrganization(db: Reads, organizationId: string): Promise<string[]> {
  const [own, projects] = await Promise.all([
    db.selectFrom('organization').select('space_id').where('id', '=', organizationId).executeTakeFirst(),
    db
      .selectFrom('participation')
      .select('project_id')
      .where('organization_id', '=', organizationId)
      .where('ended_at', 'is', null)
      .execute(),
  ])
  const projectIds = projects.map((participation) => participation.project_id)
  return [...(own?.space_id ? [own.space_id] : []), ...(await spacesOfParticipation(db, organizationId, projectIds))]
}

/** The project whose coordination space this is. */
export async function coordinatedProject(
  db: Reads,
  coordinationSpaceId: string,
): Promise<{ id: string; commonsSpaceId: string } | undefined> {
  const row = await db
    .selectFrom('project')
    .select(['id', 'commons_space_id'])
    .where('coordination_space_id', '=', coordinationSpaceId)
    .executeTakeFirst()
  return row && { id: row.id, commonsSpaceId: row.commons_space_id }
}

/** Whether the organization takes part in the project now. */
export async function participates(db: Reads, organizationId: string, projectId: string): Promise<boolean> {
  const row = await db
    .selectFrom('participation')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('project_id', '=', projectId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The organizations that may accompany a municipality in the project: its lead and its partners. */
export async function partnerIdsOf(db: Reads, projectId: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('participation')
    .select('organization_id')
    .where('project_id', '=', projectId)
    .where('role', 'in', ['lead', 'partner'])
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.organization_id)
}

/** Whether the organization takes, or took, part in a project that the person doesn't coordinate. */
export async function hasForeignProject(db: Reads, organizationId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('participation')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('project_id', 'not in', (select) =>
      select.selectFrom('project_coordinator').select('project_id').where('person_id', '=', personId),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
