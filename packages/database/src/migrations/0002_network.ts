import { type Kysely, sql } from 'kysely'

/** Organizations, people in seats, municipalities and systems: the facts of the network. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table municipality (
      id uuid primary key,
      country text not null,
      code text,
      name text not null,
      name_local text not null,
      region text,
      registered_voters integer,
      latitude double precision not null,
      longitude double precision not null,
      folded_name text not null
    );
    create unique index municipality_code on municipality (country, code) where code is not null;
    create unique index municipality_name on municipality (country, folded_name) where code is null;
    create index municipality_folded on municipality (folded_name);
    create table organization (
      id uuid primary key,
      kind text not null check (kind in ('partner','municipality','observer')),
      name text not null,
      country text,
      color text not null,
      municipality_id uuid unique references municipality,
      space_id uuid references space,
      created_at timestamptz not null
    );
    create index organization_space on organization (space_id);
    create table person (
      id uuid primary key,
      name text not null,
      email text not null,
      rendition text not null,
      demo boolean not null default false,
      administrator boolean not null default false,
      personal_space_id uuid not null references space,
      created_at timestamptz not null,
      disabled_at timestamptz
    );
    create unique index person_email on person (lower(email));
    create index person_personal_space on person (personal_space_id);
    create table seat (
      id uuid primary key,
      organization_id uuid not null references organization,
      kind text not null check (kind in ('focalPoint','itOfficer','approver','signatory')),
      created_at timestamptz not null
    );
    create index seat_organization on seat (organization_id);
    create table seat_holder (
      seat_id uuid not null references seat,
      person_id uuid not null references person,
      since timestamptz not null,
      primary key (seat_id, person_id)
    );
    create index seat_holder_person on seat_holder (person_id);
    create table system (
      id uuid primary key,
      key text not null unique,
      name text not null,
      about text not null
    );
  `.execute(db)
}
