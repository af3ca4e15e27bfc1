import { type Kysely, sql } from 'kysely'

/** Columns and tasks of each space's board. Order keys compare bytewise, whatever the database's collation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table board_column (
      id uuid primary key,
      space_id uuid not null references space,
      name text,
      category text not null check (category in ('todo','doing','blocked','done')),
      "order" text collate "C" not null
    );
    create index board_column_space on board_column (space_id);
    create table task (
      id uuid primary key,
      space_id uuid not null references space,
      column_id uuid not null,
      "order" text collate "C" not null,
      title text not null,
      description text not null default '',
      assignee_ids uuid[] not null default '{}',
      due_on date,
      file_ids uuid[] not null default '{}',
      created_by uuid not null,
      created_at timestamptz not null,
      done_at timestamptz,
      deleted_at timestamptz
    );
    create index task_space on task (space_id) where deleted_at is null;
    create index task_place on task (column_id, "order", id) where deleted_at is null;
    create index task_assignee on task using gin (assignee_ids) where deleted_at is null and done_at is null;
  `.execute(db)
}
