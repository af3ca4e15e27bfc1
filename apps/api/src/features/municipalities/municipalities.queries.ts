import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { SeatKind } from '@kolo/domain/core/roles'
import type { FoldedMunicipality, Municipality } from '@kolo/domain/municipalities/municipalities'
import type { Database } from '@kolo/database'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { knownOrganizationIds } from '../organizations/directory.queries.ts'
import { contactColumns, type Contacts, contactsOf } from './contacts.queries.ts'
import { heardRollouts, type HeardRollout } from '../rollouts/rollouts.queries.ts'

/** A municipality's row in the domain's words. */
function municipalityOf(row: Selectable<Database['municipality']>): FoldedMunicipality {
  return {
    id: row.id,
    country: row.country,
    code: row.code,
    name: row.name,
    nameLocal: row.name_local,
    region: row.region,
    registeredVoters: row.registered_voters,
    developmentLevel: row.development_level,
    kind: row.kind,
    languages: row.languages,
    latitude: row.latitude,
    longitude: row.longitude,
    foldedName: row.folded_name,
  }
}

/** The municipalities of these countries. */
export async function municipalitiesIn(db: Reads, countries: readonly string[]): Promise<FoldedMunicipality[]> {
  const rows = await db.selectFrom('municipality').selectAll().where('country', 'in', countries).execute()
  return rows.map(municipalityOf)
}

/** The whole catalogue. */
export async function allMunicipalities(db: Reads): Promise<Municipality[]> {
  return (await db.selectFrom('municipality').selectAll().execute()).map(municipalityOf)
}

/** Throws `notFound` unless the catalogue has it; whoever is signed in may know that. */
export async function requireMunicipality(db: Reads, municipalityId: string): Promise<void> {
  const row = await db.selectFrom('municipality').select('id').where('id', '=', municipalityId).executeTakeFirst()
  if (!row) throw notFound()
}

/** A municipality in lists, with its organization where it has one of which the person may know. */
export type MunicipalityListing = Municipality & { readonly organizationId: string | null }

/**
 * The whole catalogue, for everybody who is signed in; the browser searches it, so that scripts fold at once. Which of them
 * have an organization is part of the directory, for those who share a project with it.
 */
export const municipalityList = query('municipalities.list', {
  input: z.object({}),
  async handle({ db, personId }): Promise<MunicipalityListing[]> {
    const rows = await db
      .selectFrom('municipality')
      .leftJoin('organization', (join) =>
        join
          .onRef('organization.municipality_id', '=', 'municipality.id')
          .on('organization.id', 'in', knownOrganizationIds(personId)),
      )
      .selectAll('municipality')
      .select('organization.id as organization_id')
      .orderBy('municipality.name')
      .execute()
    return rows.map((row) => {
      const { foldedName: _forImports, ...municipality } = municipalityOf(row)
      return { ...municipality, organizationId: row.organization_id }
    })
  },
})

/** A seat with the people in it. */
export type SeatWithPeople = {
  readonly seat: SeatKind
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** A municipality's page. */
export type MunicipalityProfile = Municipality & {
  /** Null also for those who may not know of it. */
  readonly organization: { readonly id: string; readonly name: string; readonly color: string } | null
  /** The space of its own people; null for everybody else. */
  readonly spaceId: string | null
  readonly rollouts: readonly HeardRollout[]
  /** Null for those who share no project with it. */
  readonly seats: readonly SeatWithPeople[] | null
  /** When they were confirmed; null where the seats are. */
  readonly contacts: Contacts | null
}

/** The profile of a municipality, with those of its rollouts that the person may see. */
export const municipalityById = query('municipalities.byId', {
  input: z.object({ municipalityId: idSchema }),
  async handle({ db, input, personId, now }): Promise<MunicipalityProfile> {
    const row = await db
      .selectFrom('municipality')
      .selectAll()
      .where('id', '=', input.municipalityId)
      .executeTakeFirst()
    if (!row) throw notFound()
    const [organization, rollouts] = await Promise.all([
      db
        .selectFrom('organization')
        .select(['id', 'name', 'color', 'space_id'])
        .select(contactColumns)
        .where('municipality_id', '=', input.municipalityId)
        .where('id', 'in', knownOrganizationIds(personId))
        .executeTakeFirst(),
      heardRollouts(db, personId, input),
    ])
    const [isInside, seats] = organization
      ? await Promise.all([isMember(db, personId, organization.space_id), seatsFor(db, personId, organization.id)])
      : [false, null]
    const { foldedName: _forImports, ...municipality } = municipalityOf(row)
    return {
      ...municipality,
      organization: organization ? { id: organization.id, name: organization.name, color: organization.color } : null,
      spaceId: isInside ? (organization?.space_id ?? null) : null,
      rollouts,
      seats,
      contacts: organization && seats ? contactsOf(organization, now.slice(0, 10)) : null,
    }
  },
})

async function isMember(db: Reads, personId: string, spaceId: string | null): Promise<boolean> {
  if (spaceId === null) return false
  const row = await db
    .selectFrom('space_member')
    .select('role')
    .where('space_id', '=', spaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Who sits where, for administrators, its own people, and those who share a project with it; the directory of architecture.md 6. */
async function seatsFor(db: Reads, personId: string, organizationId: string): Promise<SeatWithPeople[] | null> {
  const shares = sql<boolean>`
    exists (
      select from space_member m join space s on s.id = m.space_id where s.kind = 'network' and m.person_id = ${personId}
    ) or exists (
      select from seat_holder h join seat s on s.id = h.seat_id where s.organization_id = ${organizationId} and h.person_id = ${personId}
    ) or exists (
      select from participation pa
      where pa.organization_id = ${organizationId} and pa.ended_at is null and (
        exists (select from project_coordinator c where c.project_id = pa.project_id and c.person_id = ${personId})
        or exists (
          select from participation mine
          join seat s on s.organization_id = mine.organization_id
          join seat_holder h on h.seat_id = s.id
          where mine.project_id = pa.project_id and mine.ended_at is null and h.person_id = ${personId}))
    )`
  const [allowed, rows] = await Promise.all([
    db.selectNoFrom(shares.as('shares')).executeTakeFirstOrThrow(),
    db
      .selectFrom('seat')
      .leftJoin('seat_holder', 'seat_holder.seat_id', 'seat.id')
      .leftJoin('person', (join) =>
        join.onRef('person.id', '=', 'seat_holder.person_id').on('person.disabled_at', 'is', null),
      )
      .select(['seat.kind', 'person.id', 'person.name'])
      .where('seat.organization_id', '=', organizationId)
      .orderBy('seat.kind')
      .orderBy('person.name')
      .execute(),
  ])
  if (!allowed.shares) return null
  return [...Map.groupBy(rows, (row) => row.kind)].map(([seat, held]) => ({
    seat,
    people: held.flatMap(({ id, name }) => (id !== null && name !== null ? [{ id, name }] : [])),
  }))
}
