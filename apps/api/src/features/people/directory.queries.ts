import { idSchema } from '@kolo/domain/core/ids'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'

/** A person as all see one who share a project: never with an address. */
export type DirectoryPerson = {
  readonly id: string
  readonly name: string
  readonly organizationId: string | null
  readonly color: string
  readonly active: boolean
}

type Row = {
  id: string
  name: string
  disabled_at: string | null
  organization_id: string | null
  color: string | null
}

// Mine: projects in which I am a member of a space or sit for an organization that takes part (observers join no space).
// Known to me: whoever is in a space of mine, in one of my projects, or has written into a space of mine and left since.
const known = (personId: string, projectId: string | null) => sql<Row>`(
  with my_space as (
    select distinct space_id from space_member where person_id = ${personId}
  ), my_project as (
    select s.project_id as id from my_space m join space s on s.id = m.space_id where s.project_id is not null
    union
    select pa.project_id from seat_holder h join seat st on st.id = h.seat_id
      join participation pa on pa.organization_id = st.organization_id and pa.ended_at is null
      where h.person_id = ${personId}
  ), asked as (
    select id from my_project where ${projectId}::uuid is null or id = ${projectId}::uuid
  ), near as (
    select m.person_id from space_member m join space s on s.id = m.space_id join asked a on a.id = s.project_id
    union
    select c.person_id from project_coordinator c join asked a on a.id = c.project_id
    union
    select h.person_id from participation pa join asked a on a.id = pa.project_id and pa.ended_at is null
      join seat st on st.organization_id = pa.organization_id join seat_holder h on h.seat_id = st.id
    union
    select m.person_id from space_member m join my_space s on s.space_id = m.space_id where ${projectId}::uuid is null
    union
    select ${personId}::uuid
  )
  select p.id, p.name, p.disabled_at, o.id as organization_id, o.color
  from person p
  left join lateral (
    select o.id, o.color from seat_holder h join seat st on st.id = h.seat_id join organization o on o.id = st.organization_id
    where h.person_id = p.id order by h.since, o.id limit 1
  ) o on true
  where p.id in (select person_id from near)
    or (${projectId}::uuid is null and (
      exists (select from person me where me.id = ${personId} and me.administrator)
      or exists (select from event e join my_space s on s.space_id = e.space_id where e.actor_id = p.id)
    ))
)`

/** Colours of people without an organization: dark enough to be read on sand, six digits as carets need them. */
const colors = ['#0f766e', '#9a3412', '#1d4ed8', '#7e22ce', '#a16207', '#be185d', '#15803d', '#475569']
/** The colour of a person without an organization: always the same one. */
export const colorOf = (id: string): string => colors[Number.parseInt(id.slice(-2), 16) % colors.length]!

/** Names, organizations and colours of everybody whom the person may know of; of one project only, where it is named. */
export const peopleDirectory = query('people.directory', {
  input: z.object({ projectId: idSchema.optional() }),
  async handle({ db, input, personId }): Promise<DirectoryPerson[]> {
    const rows = await db
      .selectFrom(known(personId, input.projectId ?? null).as('known'))
      .selectAll()
      .orderBy('name')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      organizationId: row.organization_id,
      color: row.color ?? colorOf(row.id),
      active: row.disabled_at === null,
    }))
  },
})
