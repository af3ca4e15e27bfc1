import { type Kysely, sql } from 'kysely'

/** Words can be taken out of the log; and every foreign key has an index that holds all of its rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table event add column erased_at timestamptz;
    create index participation_project on participation (project_id);
    drop index file_space;
    create index file_space on file (space_id);
    drop index task_space;
    create index task_space on task (space_id);
  `.execute(db)
}
