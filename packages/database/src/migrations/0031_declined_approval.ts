import { type Kysely, sql } from 'kysely'

/** What the approver said who sent a draft back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table report_draft add column declined jsonb`.execute(db)
}
