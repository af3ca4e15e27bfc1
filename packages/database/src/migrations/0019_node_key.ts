import { type Kysely, sql } from 'kysely'

/** By which nodes know each other's words: only those on this database have it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table installation add column node_key bytea not null
      default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
  `.execute(db)
}
