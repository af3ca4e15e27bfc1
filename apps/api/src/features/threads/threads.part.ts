import type { ReadsPart, ThreadsPart } from '@kolo/domain/threads/threads.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { threadOf } from './threads.queries.ts'

/** The threads of a space, by id. */
export const loadThreads: PartLoader<ThreadsPart> = async (db, spaceId) => {
  const rows = await db.selectFrom('thread').selectAll().where('space_id', '=', spaceId).orderBy('id').execute()
  return Object.fromEntries(rows.map((row) => [row.id, threadOf(row)]))
}

/** How far the owner of a personal space has read; empty in every other space. */
export const loadReads: PartLoader<ReadsPart> = async (db, spaceId) => {
  const rows = await db
    .selectFrom('thread_read')
    .innerJoin('person', 'person.id', 'thread_read.person_id')
    .select(['thread_read.thread_id', 'thread_read.number'])
    .where('person.personal_space_id', '=', spaceId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.thread_id, row.number]))
}
