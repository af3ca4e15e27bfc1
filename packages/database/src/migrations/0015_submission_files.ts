import { type Kysely, sql } from 'kysely'

/** Which files were handed in with a report: whoever may read the submission may fetch them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table submission_file (
      submission_id uuid not null references submission,
      file_id uuid not null references file,
      primary key (submission_id, file_id)
    );
    create index submission_file_file on submission_file (file_id);
  `.execute(db)
}
