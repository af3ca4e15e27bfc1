import { type Kysely, sql } from 'kysely'

/** The catalogue of indicators, what each rollout reports, and reports with their drafts, submissions and reviews. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table indicator (
      id uuid primary key,
      key text not null unique,
      name text not null,
      unit text not null,
      kind text not null check (kind in ('ratio','count','level','median','distinct','weighted','boolean','money')),
      direction text not null check (direction in ('up','down','none')),
      rollup text not null check (rollup in ('ratio','sum','distribution','spread','median','distinct','weighted','share')),
      reference text not null
    );
    create table rollout_indicator (
      rollout_id uuid not null references rollout,
      indicator_id uuid not null references indicator,
      position integer not null,
      primary key (rollout_id, indicator_id)
    );
    create index rollout_indicator_indicator on rollout_indicator (indicator_id);
    create table report (
      id uuid primary key,
      rollout_id uuid not null references rollout,
      title text not null,
      space_id uuid not null references space,
      municipality_space_id uuid not null references space,
      period_start date not null,
      period_end date not null,
      due_on date not null,
      indicators jsonb not null,
      state text not null check (state in ('open','submitted','returned','accepted')),
      opened_at timestamptz not null,
      first_submitted_at timestamptz,
      accepted_submission_id uuid,
      accepted_by uuid,
      accepted_at timestamptz,
      unique (rollout_id, period_start)
    );
    create index report_space on report (space_id);
    create index report_municipality_space on report (municipality_space_id);
    create index report_submitted on report (space_id) where state = 'submitted';
    -- What nobody outside of the municipality may see stands in a table of its own.
    create table report_draft (
      report_id uuid primary key references report,
      space_id uuid not null references space,
      state text not null check (state in ('untouched','inProgress','submitted','returned','accepted')),
      content jsonb not null,
      revisions jsonb not null,
      saved_by uuid,
      saved_at timestamptz
    );
    create index report_draft_space on report_draft (space_id);
    create table submission (
      id uuid primary key,
      report_id uuid not null references report,
      number integer not null,
      content jsonb not null,
      sha256 text not null,
      submitted_by uuid not null,
      submitted_at timestamptz not null,
      returned_by uuid,
      returned_at timestamptz,
      unique (report_id, number)
    );
    alter table report add constraint report_accepted_submission_fk foreign key (accepted_submission_id) references submission;
    create index report_accepted_submission on report (accepted_submission_id);
    create table review_comment (
      id uuid primary key,
      submission_id uuid not null references submission,
      position integer not null,
      field text not null,
      body text not null,
      unique (submission_id, position)
    );
  `.execute(db)
}
