import { type Kysely, sql } from 'kysely'

/** What rollouts are created from, and the groups of development that its conditions ask for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plan (
      id uuid primary key,
      space_id uuid not null references space,
      system_id uuid not null references system,
      content jsonb not null,
      revision integer not null default 1
    );
    create index plan_space on plan (space_id);
    create index plan_system on plan (system_id);
    alter table municipality add column development_level integer check (development_level between 1 and 5)
  `.execute(db)
}
