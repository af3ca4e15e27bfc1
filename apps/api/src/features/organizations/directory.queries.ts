import { idSchema } from '@kolo/domain/core/ids'
import type { OrganizationKind } from '@kolo/domain/core/roles'
import type { ParticipationRole } from '@kolo/domain/organizations/organizations'
import { sql } from 'kysely'
import { z } from 'zod'
import { notFound } from '@kolo/domain/core/errors'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** An organization as all see it who share a project. */
export type DirectoryOrganization = {
  readonly id: string
  readonly kind: OrganizationKind
  readonly name: string
  readonly country: string | null
  readonly color: string
  readonly municipalityId: string | null
  /** Its role in the project that was asked for, while it takes part. */
  readonly role: ParticipationRole | null
}

type Row = {
  id: string
  kind: OrganizationKind
  name: string
  country: string | null
  color: string
  municipality_id: string | null
  role: ParticipationRole | null
}

/** Whether the person looks after organizations: an administrator, or the coordinator of some project. */
async function looksAfter(db: Reads, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('space_member')
    .select('role')
    .where('person_id', '=', personId)
    .where('role', 'in', ['administrator', 'coordinator'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const shared = (personId: string, projectId: string | null) => sql<Row>`(
  with my_project as (
    select s.project_id as id from space_member m join space s on s.id = m.space_id
      where m.person_id = ${personId} and s.project_id is not null
    union
    select pa.project_id from seat_holder h join seat st on st.id = h.seat_id
      join participation pa on pa.organization_id = st.organization_id and pa.ended_at is null
      where h.person_id = ${personId}
  )
  select o.id, o.kind, o.name, o.country, o.color, o.municipality_id,
    (select pa.role from participation pa join my_project p on p.id = pa.project_id
      where pa.organization_id = o.id and pa.project_id = ${projectId}::uuid and pa.ended_at is null) as role
  from organization o
  where exists (select from participation pa join my_project p on p.id = pa.project_id
      where pa.organization_id = o.id and (${projectId}::uuid is null or pa.project_id = ${projectId}::uuid))
    or (${projectId}::uuid is null and (
      exists (select from seat_holder h join seat st on st.id = h.seat_id where h.person_id = ${personId} and st.organization_id = o.id)
      or exists (select from space_member m where m.person_id = ${personId} and m.role in ('administrator','coordinator'))))
)`

/** Of which organizations the person may know: the ids of those that the directory shows. */
export const knownOrganizationIds = (personId: string) => sql<string>`(select id from ${shared(personId, null)} known)`

/** The organizations of the person's projects, of one project where it is named; all of them for administrators and coordinators. */
export const organizationsDirectory = query('organizations.directory', {
  input: z.object({ projectId: idSchema.optional() }),
  async handle({ db, input, personId }): Promise<DirectoryOrganization[]> {
    const rows = await db
      .selectFrom(shared(personId, input.projectId ?? null).as('shared'))
      .selectAll()
      .orderBy('name')
      .orderBy('id')
      .execute()
    return rows.map(({ municipality_id: municipalityId, ...row }) => ({ ...row, municipalityId }))
  },
})

/** A municipality that has no organization yet. */
export type FreeMunicipality = {
  readonly id: string
  readonly name: string
  readonly nameLocal: string
  readonly country: string
}

/** Municipalities for which an organization can be entered; for administrators and coordinators. */
export const freeMunicipalities = query('organizations.freeMunicipalities', {
  input: z.object({}),
  async handle({ db, personId }): Promise<FreeMunicipality[]> {
    if (!(await looksAfter(db, personId))) throw notFound()
    const rows = await db
      .selectFrom('municipality')
      .leftJoin('organization', 'organization.municipality_id', 'municipality.id')
      .select(['municipality.id', 'municipality.name', 'municipality.name_local', 'municipality.country'])
      .where('organization.id', 'is', null)
      .orderBy('municipality.country')
      .orderBy('municipality.name')
      .execute()
    return rows.map(({ name_local: nameLocal, ...row }) => ({ ...row, nameLocal }))
  },
})
