import { taskMove } from '@kolo/domain/boards/boards.decide'
import { keyIn } from '@kolo/domain/boards/boards.order'
import { command, ownSpace } from '../../../kernel/command.ts'
import { columnById, gapBehindTask, taskById } from '../boards.queries.ts'

/** Moves a task to another place, on its own column or on another. */
export const moveTask = command(taskMove, {
  spaces: ownSpace,
  async load({ read, input }) {
    const [task, column, gap] = await Promise.all([
      taskById(read, input),
      columnById(read, input),
      gapBehindTask(read, input.columnId, input.afterTaskId, input.taskId),
    ])
    return { task, column, gap }
  },
  async handle({ tx, loaded, input, decide, now }) {
    const { task, column, gap } = loaded
    const events = decide(loaded)
    if (events.length === 0) return events
    const doneAt = column?.category === 'done' ? (task?.doneAt ?? now) : null
    tx.write((db) =>
      db
        .updateTable('task')
        .set({ column_id: input.columnId, order: keyIn(gap), done_at: doneAt })
        .where('id', '=', input.taskId),
    )
    return events
  },
})
