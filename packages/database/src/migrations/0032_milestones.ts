import { type Kysely, sql } from 'kysely'

/** Dated marks of rollouts, in the rollout's space. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table milestone (
      id uuid primary key,
      space_id uuid not null references space,
      name text not null,
      due_on date not null,
      reached_on date,
      reached_by uuid,
      deleted_at timestamptz,
      check ((reached_on is null) = (reached_by is null))
    );
    create index milestone_space on milestone (space_id)
  `.execute(db)
}
