import type { Person } from '@kolo/domain/people/people'
import type { Reads } from '../../kernel/transaction.ts'
import { networkSpaceId, spacesOfOrganization } from '../organizations/organizations.queries.ts'

/** The person, if there is one with this id. */
export async function personById(db: Reads, personId: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'administrator', 'disabled_at'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, administrator: row.administrator, disabledAt: row.disabled_at }
}

/** The account with that address, in small letters as `emailSchema` gives it. */
export async function accountByEmail(
  db: Reads,
  email: string,
): Promise<{ id: string; disabledAt: string | null } | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'disabled_at'])
    .where(({ fn }) => fn<string>('lower', ['email']), '=', email)
    .executeTakeFirst()
  return row && { id: row.id, disabledAt: row.disabled_at }
}

/** Every space in which facts grant the person a membership, or would if the account weren't disabled. */
export async function spacesOfPerson(db: Reads, personId: string): Promise<string[]> {
  const [network, own, seats, coordinated] = await Promise.all([
    networkSpaceId(db),
    db.selectFrom('person').select('personal_space_id').where('id', '=', personId).executeTakeFirst(),
    db
      .selectFrom('seat_holder')
      .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
      .select('seat.organization_id')
      .distinct()
      .where('seat_holder.person_id', '=', personId)
      .execute(),
    db
      .selectFrom('project_coordinator')
      .innerJoin('space', 'space.project_id', 'project_coordinator.project_id')
      .select('space.id')
      .where('project_coordinator.person_id', '=', personId)
      .execute(),
  ])
  const seated = await Promise.all(seats.map((seat) => spacesOfOrganization(db, seat.organization_id)))
  const spaces = [
    network,
    ...(own ? [own.personal_space_id] : []),
    ...coordinated.map((space) => space.id),
    ...seated.flat(),
  ]
  return [...new Set(spaces)]
}
