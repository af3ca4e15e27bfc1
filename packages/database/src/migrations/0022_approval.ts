import { type Kysely, sql } from 'kysely'

/** Reports that the municipality's approver signs before they leave, and the links of the letters that ask for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table project add column asks_approval boolean not null default false;
    alter table report add column needs_approval boolean not null default false;
    alter table report_draft add column asked jsonb;
    alter table report_draft drop constraint report_draft_state_check;
    alter table report_draft add constraint report_draft_state_check
      check (state in ('untouched','inProgress','awaitingApproval','submitted','returned','accepted'));
    -- The secret's hash comes with the letter; a link is for one person, one report and one text of it.
    create table approval_link (
      id uuid primary key,
      report_id uuid not null references report,
      person_id uuid not null references person,
      sha256 text not null,
      secret_hash bytea unique,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index approval_link_report on approval_link (report_id);
    create index approval_link_person on approval_link (person_id);
    alter table mail_delivery drop constraint mail_delivery_kind_check;
    alter table mail_delivery add constraint mail_delivery_kind_check
      check (kind in ('invitation','signInLink','reportReminder','approvalAsked'))
  `.execute(db)
}
