import { type Kysely, sql } from 'kysely'

/** Letters that remind of reports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mail_delivery drop constraint mail_delivery_kind_check;
    alter table mail_delivery add constraint mail_delivery_kind_check
      check (kind in ('invitation','signInLink','reportReminder'));
    create index report_waiting on report (due_on) where state in ('open','returned')
  `.execute(db)
}
