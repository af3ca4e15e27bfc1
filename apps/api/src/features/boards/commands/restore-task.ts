import { taskRestore } from '@kolo/domain/boards/boards.decide'
import { keyIn } from '@kolo/domain/boards/boards.order'
import { command, ownSpace } from '../../../kernel/command.ts'
import { columnsOf, gapAtEnd, taskById } from '../boards.queries.ts'

/** Brings a deleted task back, to the end of its column, or of the first one where its own is gone. */
export const restoreTask = command(taskRestore, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const [deleted, columns] = await Promise.all([
      taskById(tx.read, input, 'deleted'),
      columnsOf(tx.read, input.spaceId),
    ])
    const column = columns.find(({ id }) => id === deleted?.columnId) ?? columns[0]
    const gap = await gapAtEnd(tx.read, column?.id ?? input.taskId)
    // Whether it is done follows from where it stands now.
    const task = deleted && { ...deleted, doneAt: column?.category === 'done' ? deleted.doneAt : null }
    const events = decide({ task, column, gap })
    tx.write((db) =>
      db
        .updateTable('task')
        .set({ deleted_at: null, column_id: column!.id, order: keyIn(gap), done_at: task!.doneAt })
        .where('id', '=', input.taskId),
    )
    return events
  },
})
