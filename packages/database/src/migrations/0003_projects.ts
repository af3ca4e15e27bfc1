import { type Kysely, sql } from 'kysely'

/** Projects with their participations, stages and rollouts, and the view from which memberships follow. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table project (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      short_name text not null,
      starts_on date not null,
      ends_on date not null,
      original_starts_on date,
      original_ends_on date,
      about jsonb not null,
      commons_space_id uuid not null references space,
      coordination_space_id uuid not null references space,
      created_at timestamptz not null
    );
    create index project_commons on project (commons_space_id);
    create index project_coordination on project (coordination_space_id);
    create table project_coordinator (
      project_id uuid not null references project,
      person_id uuid not null references person,
      primary key (project_id, person_id)
    );
    create index project_coordinator_person on project_coordinator (person_id);
    create table participation (
      id uuid primary key,
      project_id uuid not null references project,
      organization_id uuid not null references organization,
      role text not null check (role in ('lead','partner','municipality','observer')),
      since timestamptz not null,
      ended_at timestamptz
    );
    create unique index participation_once on participation (project_id, organization_id) where ended_at is null;
    create index participation_organization on participation (organization_id);
    create table stage (
      id uuid primary key,
      project_id uuid not null references project,
      space_id uuid not null references space,
      key text not null,
      name text not null,
      position integer not null,
      state text not null check (state in ('planned','active','atGate','completed')),
      starts_on date not null,
      ends_on date not null,
      original_starts_on date,
      original_ends_on date,
      lead_organization_id uuid references organization,
      deliverables jsonb not null,
      gate jsonb not null,
      opened_at timestamptz,
      completed_at timestamptz,
      unique (project_id, key)
    );
    create index stage_space on stage (space_id);
    create index stage_lead on stage (lead_organization_id);
    create table rollout (
      id uuid primary key,
      project_id uuid not null references project,
      space_id uuid not null references space,
      municipality_id uuid not null references municipality,
      organization_id uuid not null references organization,
      system_id uuid not null references system,
      title text not null,
      phase text not null check (phase in ('prepare','procure','configure','pilot','live','sustain')),
      health text check (health in ('onTrack','atRisk','offTrack')),
      health_at timestamptz,
      progress integer,
      starts_on date not null,
      created_at timestamptz not null,
      unique (project_id, municipality_id, system_id)
    );
    create index rollout_space on rollout (space_id);
    create index rollout_municipality on rollout (municipality_id);
    create index rollout_organization on rollout (organization_id);
    create index rollout_system on rollout (system_id);
    create table rollout_partner (
      rollout_id uuid not null references rollout,
      organization_id uuid not null references organization,
      primary key (rollout_id, organization_id)
    );
    create index rollout_partner_organization on rollout_partner (organization_id);
    alter table space add constraint space_project_fk foreign key (project_id) references project deferrable initially deferred;
    alter table space_member add constraint space_member_person_fk foreign key (person_id) references person deferrable initially deferred;

    -- The one place that says who belongs where (architecture.md 5, 6). Commands that change a fact compare
    -- space_member with it and write the difference as events.
    create view granted_member as
    with holder as (
      select h.person_id, s.id as seat_id, s.kind as seat, o.id as organization_id, o.kind, o.space_id
      from seat_holder h
      join seat s on s.id = h.seat_id
      join organization o on o.id = s.organization_id
      join person p on p.id = h.person_id and p.disabled_at is null
    ), coordinator as (
      select c.project_id, c.person_id from project_coordinator c join person p on p.id = c.person_id and p.disabled_at is null
    )
    select (select id from space where kind = 'network') as space_id, p.id as person_id, 'administrator' as role, 'administrator' as via
      from person p where p.administrator and p.disabled_at is null
    union all
    select p.personal_space_id, p.id, 'owner', 'person:' || p.id from person p where p.disabled_at is null
    union all
    select s.id, c.person_id, 'coordinator', 'coordinator:' || c.project_id
      from coordinator c join space s on s.project_id = c.project_id and s.kind in ('coordination','commons','stage','rollout')
    union all
    select s.id, h.person_id, 'editor', 'participation:' || pa.id
      from holder h join participation pa on pa.organization_id = h.organization_id and pa.ended_at is null
      join space s on s.project_id = pa.project_id and s.kind in ('commons','stage')
      where h.kind = 'partner' and h.seat = 'focalPoint'
    union all
    select r.space_id, h.person_id, 'editor', 'participation:' || pa.id
      from holder h join participation pa on pa.organization_id = h.organization_id and pa.ended_at is null
      join rollout r on r.project_id = pa.project_id
      join rollout_partner rp on rp.rollout_id = r.id and rp.organization_id = h.organization_id
      where h.kind = 'partner' and h.seat = 'focalPoint'
    union all
    select h.space_id, h.person_id,
      case when h.seat in ('focalPoint','itOfficer') then 'reporter' when h.seat = 'approver' then 'approver' else 'reader' end,
      'seat:' || h.seat_id
      from holder h where h.kind = 'municipality' and h.space_id is not null
    union all
    select r.space_id, h.person_id,
      case when h.seat in ('focalPoint','itOfficer') then 'reporter' when h.seat = 'approver' then 'approver' else 'reader' end,
      'seat:' || h.seat_id
      from holder h join rollout r on r.organization_id = h.organization_id
      join participation pa on pa.organization_id = h.organization_id and pa.project_id = r.project_id and pa.ended_at is null
      where h.kind = 'municipality'
    union all
    select pr.commons_space_id, h.person_id, 'reader', 'participation:' || pa.id
      from holder h join participation pa on pa.organization_id = h.organization_id and pa.ended_at is null
      join project pr on pr.id = pa.project_id where h.kind = 'municipality'
    union all
    select st.space_id, h.person_id, 'reader', 'participation:' || pa.id
      from holder h join participation pa on pa.organization_id = h.organization_id and pa.ended_at is null
      join stage st on st.project_id = pa.project_id and st.opened_at is not null where h.kind = 'municipality';
  `.execute(db)
}
