import { type Kysely, sql } from 'kysely'

/** Uploads as they arrived, and the files that were made of them. The content lies in the file store, under the same id. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table upload (
      id uuid primary key,
      space_id uuid not null references space,
      person_id uuid not null,
      type text not null,
      size integer not null,
      sha256 text not null,
      at timestamptz not null
    );
    create index upload_space on upload (space_id);
    create table file (
      id uuid primary key references upload,
      space_id uuid not null references space,
      name text not null,
      added_by uuid not null,
      added_at timestamptz not null,
      removed_at timestamptz
    );
    create index file_space on file (space_id) where removed_at is null;
  `.execute(db)
}
