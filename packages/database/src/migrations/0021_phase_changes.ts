import { type Kysely, sql } from 'kysely'

/** When a rollout entered which phase; what the log has told of it so far is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table rollout add column phase_changes jsonb not null default '[]';
    update rollout set phase_changes = told.changes
    from (
      select event.space_id, jsonb_agg(
        jsonb_build_object('phase', event.payload ->> 'phase',
          'at', to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by event.seq) as changes
      from event where event.type = 'rollout.phaseChanged' group by event.space_id
    ) as told
    where told.space_id = rollout.space_id
  `.execute(db)
}
