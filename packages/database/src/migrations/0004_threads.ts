import { type Kysely, sql } from 'kysely'

/** Threads, their messages, and how far each person has read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table thread (
      id uuid primary key,
      space_id uuid not null references space,
      title text not null,
      subject jsonb not null,
      started_by uuid not null,
      started_at timestamptz not null,
      resolved_at timestamptz,
      last_number integer not null default 0,
      last_message_at timestamptz
    );
    create index thread_space on thread (space_id);
    create table message (
      id uuid primary key,
      thread_id uuid not null references thread,
      number integer not null,
      author_id uuid not null,
      body text not null,
      file_ids uuid[] not null,
      posted_at timestamptz not null,
      edited_at timestamptz,
      deleted_at timestamptz,
      unique (thread_id, number)
    );
    create table thread_read (
      person_id uuid not null references person,
      thread_id uuid not null references thread,
      number integer not null,
      primary key (person_id, thread_id)
    );
    create index thread_read_thread on thread_read (thread_id);
  `.execute(db)
}
