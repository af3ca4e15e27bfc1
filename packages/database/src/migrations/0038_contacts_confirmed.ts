import { type Kysely, sql } from 'kysely'

/** When somebody said last that the people in an organization's seats are still the right ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organization
      add column contacts_confirmed_at timestamptz,
      add column contacts_confirmed_by uuid references person
  `.execute(db)
  await sql`create index organization_contacts_confirmed_by on organization (contacts_confirmed_by)`.execute(db)
}
