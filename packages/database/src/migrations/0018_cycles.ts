import { type Kysely, sql } from 'kysely'

/** When a rollout is asked for its reports by itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cycle (
      rollout_id uuid primary key references rollout,
      rhythm text not null check (rhythm in ('weekly','monthly','quarterly','custom')),
      days integer check ((rhythm = 'custom') = (days is not null)),
      starts_on date not null,
      ends_on date,
      window_days integer not null
    )
  `.execute(db)
}
