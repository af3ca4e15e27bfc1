import type { Column, Task } from '@kolo/domain/boards/boards'
import type { Office } from '@kolo/domain/core/roles'
import type { Gap } from '@kolo/domain/boards/boards.order'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

type TaskRow = {
  id: string
  column_id: string
  order: string
  title: string
  description: string
  assignee_ids: string[]
  office: Office | null
  due_on: string | null
  file_ids: string[]
  created_by: string
  created_at: string
  done_at: string | null
}

/** A task's row in the domain's words. */
export function taskOf(row: TaskRow): Task {
  return {
    id: row.id,
    columnId: row.column_id,
    order: row.order,
    title: row.title,
    description: row.description,
    assigneeIds: row.assignee_ids,
    office: row.office,
    dueOn: row.due_on,
    fileIds: row.file_ids,
    createdBy: row.created_by,
    createdAt: row.created_at,
    doneAt: row.done_at,
  }
}

type ColumnKey = { readonly spaceId: string; readonly columnId: string }
type TaskKey = { readonly spaceId: string; readonly taskId: string }

/** The column, where it stands on that space's board. */
export async function columnById(db: Reads, key: ColumnKey): Promise<Column | undefined> {
  return db
    .selectFrom('board_column')
    .select(['id', 'name', 'category', 'order'])
    .where('id', '=', key.columnId)
    .where('space_id', '=', key.spaceId)
    .executeTakeFirst()
}

/** All columns of a board, in order. */
export async function columnsOf(db: Reads, spaceId: string): Promise<Column[]> {
  return db
    .selectFrom('board_column')
    .select(['id', 'name', 'category', 'order'])
    .where('space_id', '=', spaceId)
    .orderBy('order')
    .orderBy('id')
    .execute()
}

/** The task, where it stands on that space's board; with `deleted` one that was taken away. */
export async function taskById(db: Reads, key: TaskKey, state: 'live' | 'deleted' = 'live'): Promise<Task | undefined> {
  const row = await db
    .selectFrom('task')
    .selectAll()
    .where('id', '=', key.taskId)
    .where('space_id', '=', key.spaceId)
    .where('deleted_at', state === 'live' ? 'is' : 'is not', null)
    .executeTakeFirst()
  return row && taskOf(row)
}

/** How many tasks stand in a column. */
export async function tasksInColumn(db: Reads, columnId: string): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('column_id', '=', columnId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The end of a column. */
export const gapAtEnd = (db: Reads, columnId: string): Promise<Gap> => endOf(live(db, columnId))

async function endOf(tasks: ReturnType<typeof live>): Promise<Gap> {
  const last = await tasks.select('order').orderBy('order', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return { before: last?.order ?? null, after: null }
}

/** The gap behind a task, as `gapBehind` finds it, by two indexed look-ups however long the column is. */
export async function gapBehindTask(
  db: Reads,
  columnId: string,
  afterTaskId: string | null,
  movingId: string,
): Promise<Gap> {
  const others = live(db, columnId).where('id', '!=', movingId)
  if (afterTaskId === null) {
    const first = await others.select('order').orderBy('order').orderBy('id').limit(1).executeTakeFirst()
    return { before: null, after: first?.order ?? null }
  }
  const before = await others.select('order').where('id', '=', afterTaskId).executeTakeFirst()
  if (!before) return endOf(others)
  const after = await others
    .select('order')
    .where('order', '>', before.order)
    .orderBy('order')
    .limit(1)
    .executeTakeFirst()
  return { before: before.order, after: after?.order ?? null }
}

const live = (db: Reads, columnId: string) =>
  db.selectFrom('task').where('column_id', '=', columnId).where('deleted_at', 'is', null)

/** A task that waits for a person, with where it stands. */
export type AssignedTask = {
  readonly id: string
  readonly title: string
  readonly dueOn: string | null
  readonly spaceId: string
  readonly spaceTitle: string
}

/** Whether a task falls to the person by office, and nobody who is still in its space is assigned. */
const fallsTo = (personId: string) => sql<boolean>`task.office is not null
  and not exists (
    select from space_member m where m.space_id = task.space_id and m.person_id = any(task.assignee_ids))
  and exists (
    select from rollout r where r.space_id = task.space_id and (
      exists (
        select from seat s join seat_holder h on h.seat_id = s.id and h.person_id = ${personId}
        left join rollout_partner rp on rp.rollout_id = r.id and rp.organization_id = s.organization_id
        where (s.kind = task.office and s.organization_id = r.organization_id)
          or (task.office = 'partner' and s.kind = 'focalPoint' and rp.rollout_id is not null))
      or (task.office = 'coordinator' and exists (
        select from project_coordinator c where c.project_id = r.project_id and c.person_id = ${personId}))))`

/** The open tasks that are assigned to the person or fall to an office of theirs, in spaces of which one is still a member; the most urgent first. */
export const assignedTasks = query('boards.assigned', {
  input: z.object({}),
  async handle({ db, personId }): Promise<AssignedTask[]> {
    const open = openTasksFor(db, personId)
    // Two questions, since each has an index of its own.
    const [assigned, byOffice] = await Promise.all([
      open.where(({ eb, val, fn }) => eb(val(personId), '=', fn.any('task.assignee_ids'))).execute(),
      open.where(fallsTo(personId)).execute(),
    ])
    return [...assigned, ...byOffice]
      .toSorted((a, b) => compareDays(a.due_on, b.due_on) || (a.id < b.id ? -1 : 1))
      .slice(0, mostAssigned)
      .map((row) => ({
        id: row.id,
        title: row.title,
        dueOn: row.due_on,
        spaceId: row.space_id,
        spaceTitle: row.space_title,
      }))
  },
})

const mostAssigned = 200

const compareDays = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1

const openTasksFor = (db: Reads, personId: string) =>
  db
    .selectFrom('task')
    .innerJoin('space', 'space.id', 'task.space_id')
    .select(['task.id', 'task.title', 'task.due_on', 'space.id as space_id', 'space.title as space_title'])
    .where('task.done_at', 'is', null)
    .where('task.deleted_at', 'is', null)
    .where('task.space_id', 'in', (select) =>
      select.selectFrom('space_member').select('space_id').where('person_id', '=', personId),
    )
    .orderBy('task.due_on', (order) => order.asc().nullsLast())
    .orderBy('task.id')
    .limit(mostAssigned)
