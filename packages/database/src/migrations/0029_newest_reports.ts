import { type Kysely, sql } from 'kysely'

/**
 * Screens over many rollouts ask for the newest accepted report of each, and of those that asked for the same; not for all
 * that were ever accepted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table report add column asked_hash text generated always as (md5(indicators::text)) stored;
    create index report_newest on report (rollout_id, period_start desc) include (asked_hash, accepted_submission_id)
      where accepted_submission_id is not null
  `.execute(db)
}
