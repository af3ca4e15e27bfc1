import { type Kysely, sql } from 'kysely'

/** The log, its spaces and what commands answered: the tables that the kernel owns. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      only_row boolean primary key default true check (only_row),
      epoch uuid not null,
      created_at timestamptz not null,
      demo boolean not null,
      demo_anchor date,
      setup_token_hash bytea,
      setup_closed_at timestamptz
    );
    create table space (
      id uuid primary key,
      kind text not null check (kind in ('network','coordination','commons','stage','municipality','rollout','personal')),
      project_id uuid,
      title text not null,
      head integer not null default 0,
      head_hash bytea not null default '',
      created_at timestamptz not null
    );
    create index space_project on space (project_id);
    create unique index space_one_network on space (kind) where kind = 'network';
    create table space_member (
      space_id uuid not null references space,
      person_id uuid not null,
      role text not null,
      via text not null,
      primary key (space_id, person_id, role, via)
    );
    create index space_member_person on space_member (person_id, space_id);
    create table event (
      space_id uuid not null references space,
      seq integer not null,
      type text not null,
      version smallint not null,
      actor_id uuid not null,
      command_id uuid not null,
      at timestamptz not null,
      payload jsonb not null,
      payload_hash bytea not null,
      hash bytea not null,
      primary key (space_id, seq)
    );
    create index event_actor on event (actor_id, at);
    create table command_result (
      actor_id uuid not null,
      command_id uuid not null,
      name text not null,
      payload_hash bytea not null,
      outcome jsonb not null,
      at timestamptz not null,
      primary key (actor_id, command_id)
    );
  `.execute(db)
}
