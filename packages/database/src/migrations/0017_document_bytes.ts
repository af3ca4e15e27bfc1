import { type Kysely, sql } from 'kysely'

/** How much whoever opens a document has to load: the newest snapshot and the updates behind it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table document_log add column bytes bigint not null default 0;
    update document_log set bytes = coalesce(newest.bytes, 0) + coalesce((
      select sum(length(update)) from document_update
      where document_update.document_id = log.document_id and document_update.number > coalesce(newest.number, 0)
    ), 0)
    from document_log log left join lateral (
      select number, length(state) as bytes from document_snapshot
      where document_snapshot.document_id = log.document_id order by number desc limit 1
    ) newest on true
    where log.document_id = document_log.document_id
  `.execute(db)
}
