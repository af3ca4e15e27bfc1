import type { OrganizationsPart, ParticipationsPart } from '@kolo/domain/organizations/organizations.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'

/** Every organization with its seats, in the network's space; empty in every other. */
export const loadOrganizations: PartLoader<OrganizationsPart> = async (db, spaceId) => {
  const [organizations, seats] = await Promise.all([
    db
      .selectFrom('organization')
      .innerJoin('space', (join) => join.on('space.id', '=', spaceId).on('space.kind', '=', 'network'))
      .selectAll('organization')
      .execute(),
    db
      .selectFrom('seat')
      .innerJoin('space', (join) => join.on('space.id', '=', spaceId).on('space.kind', '=', 'network'))
      .leftJoin('seat_holder', 'seat_holder.seat_id', 'seat.id')
      .select(['seat.organization_id', 'seat.kind', 'seat_holder.person_id'])
      .orderBy('seat_holder.person_id')
      .execute(),
  ])
  const seatsOf = Map.groupBy(seats, (seat) => seat.organization_id)
  return Object.fromEntries(
    organizations.map((row) => {
      const kinds = Map.groupBy(seatsOf.get(row.id) ?? [], (seat) => seat.kind)
      const seated = Object.fromEntries(
        [...kinds].map(([kind, holders]) => [kind, holders.flatMap((holder) => holder.person_id ?? [])]),
      )
      const { id, kind, name, country, color, municipality_id: municipalityId, space_id: space } = row
      return [id, { id, kind, name, country, color, municipalityId, spaceId: space, seats: seated }]
    }),
  )
}

/** The participations of the project whose coordination space this is; empty in every other. */
export const loadParticipations: PartLoader<ParticipationsPart> = async (db, spaceId) => {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.id', 'participation.project_id')
    .selectAll('participation')
    .where('project.coordination_space_id', '=', spaceId)
    .execute()
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      { id: row.id, organizationId: row.organization_id, role: row.role, since: row.since, endedAt: row.ended_at },
    ]),
  )
}
