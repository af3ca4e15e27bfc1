import { type Kysely, sql } from 'kysely'

/** What the law makes of a municipality, and its languages in official use. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table municipality
      add column kind text check (kind in ('municipality', 'city', 'cityMunicipality', 'capital')),
      add column languages text[] not null default '{}'
  `.execute(db)
}
