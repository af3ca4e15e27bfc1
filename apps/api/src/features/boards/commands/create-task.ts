import { taskCreate } from '@kolo/domain/boards/boards.decide'
import { keyIn } from '@kolo/domain/boards/boards.order'
import { command, ownSpace } from '../../../kernel/command.ts'
import { columnById, gapAtEnd, taskById } from '../boards.queries.ts'

/** Puts a new task at the end of a column. */
export const createTask = command(taskCreate, {
  spaces: ownSpace,
  load: ({ read, input }) =>
    Promise.all([taskById(read, input), columnById(read, input), gapAtEnd(read, input.columnId)]),
  async handle({ tx, loaded: [task, column, gap], input, decide, actor, now }) {
    const events = decide({ task, column, gap })
    tx.write((db) =>
      db.insertInto('task').values({
        id: input.taskId,
        space_id: input.spaceId,
        column_id: input.columnId,
        order: keyIn(gap),
        title: input.title,
        created_by: actor.personId,
        created_at: now,
        done_at: column?.category === 'done' ? now : null,
      }),
    )
    return events
  },
})
