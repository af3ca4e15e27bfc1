import { type Kysely, sql } from 'kysely'

/** The rollouts that a project is about to begin together, and tasks that fall to a place rather than to a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wave (
      space_id uuid primary key references space,
      plan_ids uuid[] not null,
      municipality_ids uuid[] not null,
      partner_organization_ids uuid[] not null,
      starts_on date
    );
    alter table task add column office text
      check (office in ('focalPoint','itOfficer','approver','signatory','partner','coordinator'));
    create index task_of_office on task (space_id) where office is not null and deleted_at is null and done_at is null
  `.execute(db)
}
