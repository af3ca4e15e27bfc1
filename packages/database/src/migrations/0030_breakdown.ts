import { type Kysely, sql } from 'kysely'

/** Indicators that are counted up, taken apart, or answered in words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table indicator
      add column cumulative boolean not null default false,
      add column breakdown jsonb,
      drop constraint indicator_kind_check,
      drop constraint indicator_rollup_check,
      add constraint indicator_kind_check check
        (kind in ('ratio','count','level','median','distinct','weighted','boolean','money','text')),
      add constraint indicator_rollup_check check
        (rollup in ('ratio','sum','distribution','spread','median','distinct','weighted','share','none'))
  `.execute(db)
}
