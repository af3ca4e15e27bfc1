import { taskCreate } from '@kolo/domain/boards/boards.decide'
import { keyIn } from '@kolo/domain/boards/boards.order'
import { command, ownSpace } from '../../../kernel/command.ts'
import { columnById, gapAtEnd, taskById } from '../boards.queries.ts'

/** Puts a new task at the end of a column. */
export const createTask = command(taskCreate, {
  spaces: ownSpace,
  async load({ read, input }) {
    const [task, column, gap] = await Promise.all([
      taskById(read, input),
      columnById(read, input),
      gapAtEnd(read, input.columnId),
    ])
    return { task, column, gap }
  },
  async handle({ tx, loaded, input, decide, actor, now }) {
    const events = decide(loaded)
    tx.write((db) =>
      db.insertInto('task').values({
        id: input.taskId,
        space_id: input.spaceId,
        column_id: input.columnId,
        order: keyIn(loaded.gap),
        title: input.title,
        created_by: actor.personId,
        created_at: now,
        done_at: loaded.column?.category === 'done' ? now : null,
      }),
    )
    return events
  },
})
