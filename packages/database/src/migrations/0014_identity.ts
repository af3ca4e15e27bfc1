import { type Kysely, sql } from 'kysely'

/** Sign-in (passwords, links, sessions, limits), invitations, and mail with its ledger. Secrets are kept as hashes only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table person add column theme text check (theme in ('light','dark','system'));
    create unique index seat_once on seat (organization_id, kind);
    create table auth_password (
      person_id uuid primary key references person,
      hash text not null,
      changed_at timestamptz not null
    );
    create table auth_session (
      id uuid primary key,
      secret_hash bytea not null unique,
      person_id uuid not null references person,
      opened_by text not null check (opened_by in ('password','link')),
      created_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null,
      address text not null,
      agent text not null
    );
    create index auth_session_person on auth_session (person_id);
    create index auth_session_expiry on auth_session (expires_at);
    create table auth_link (
      secret_hash bytea primary key,
      person_id uuid not null references person,
      expires_at timestamptz not null
    );
    create index auth_link_person on auth_link (person_id);
    create table auth_limit (
      key bytea primary key,
      used integer not null,
      ends_at timestamptz not null
    );
    create index auth_limit_end on auth_limit (ends_at);
    create table invitation (
      id uuid primary key,
      space_id uuid not null references space,
      project_id uuid not null references project,
      organization_id uuid not null references organization,
      seat text not null check (seat in ('focalPoint','itOfficer','approver','signatory')),
      email text not null,
      name text not null,
      rendition text not null,
      secret_hash bytea unique,
      sent_by uuid not null,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      person_id uuid references person,
      revoked_at timestamptz
    );
    create index invitation_space on invitation (space_id);
    create index invitation_project on invitation (project_id);
    create index invitation_organization on invitation (organization_id);
    create index invitation_person on invitation (person_id);
    create index invitation_email on invitation (lower(email));
    create table mail_delivery (
      key text primary key,
      kind text not null check (kind in ('invitation','signInLink')),
      subject_id uuid not null,
      requested_at timestamptz not null,
      next_try_at timestamptz not null,
      tries integer not null default 0,
      sent_at timestamptz,
      given_up_at timestamptz,
      last_error text
    );
    create index mail_delivery_open on mail_delivery (next_try_at) where sent_at is null and given_up_at is null;
    create table mailbox (
      id uuid primary key,
      recipient text not null,
      subject text not null,
      text text not null,
      html text not null,
      at timestamptz not null
    );
    create index mailbox_at on mailbox (at);
    create index command_result_at on command_result (at, command_id);
  `.execute(db)
}
