import { type Kysely, sql } from 'kysely'

/** Documents, the log of their updates, the snapshots behind which it is pruned, and their versions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document (
      id uuid primary key,
      space_id uuid not null references space,
      title text not null,
      created_by uuid not null,
      created_at timestamptz not null,
      archived_at timestamptz,
      revised_number integer not null default 0,
      revised_at timestamptz,
      revised_by uuid[] not null default '{}'
    );
    create index document_space on document (space_id);
    create table document_log (
      document_id uuid primary key references document,
      last_number integer not null default 0
    );
    -- Without a reference: what stores an update has just locked the document's log, and each keystroke would pay for it.
    create table document_update (
      document_id uuid not null,
      number integer not null check (number > 0),
      update bytea not null,
      person_id uuid not null,
      at timestamptz not null,
      primary key (document_id, number)
    );
    create table document_snapshot (
      document_id uuid not null references document,
      number integer not null,
      state bytea not null,
      hash bytea not null,
      at timestamptz not null,
      primary key (document_id, number)
    );
    create table document_version (
      id uuid primary key,
      document_id uuid not null references document,
      name text not null,
      number integer not null,
      hash text not null,
      content text not null,
      state bytea not null,
      published_by uuid not null,
      published_at timestamptz not null
    );
    create index document_version_document on document_version (document_id, published_at);
  `.execute(db)
}
