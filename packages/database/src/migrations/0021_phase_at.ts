import { type Kysely, sql } from 'kysely'

/** Since when a rollout is in its phase; what the log has told of it so far is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table rollout add column phase_at timestamptz;
    update rollout set phase_at = (
      select event.at from event
      where event.space_id = rollout.space_id and event.type = 'rollout.phaseChanged'
      order by event.seq desc limit 1
    )
  `.execute(db)
}
