import { type Kysely, sql } from 'kysely'

/** Where a rollout began with an indicator, and what it is to reach by when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table target_plan (
      rollout_id uuid not null references rollout,
      indicator_id uuid not null references indicator,
      baseline jsonb,
      targets jsonb not null,
      primary key (rollout_id, indicator_id)
    );
    create index target_plan_indicator on target_plan (indicator_id)
  `.execute(db)
}
