import { taskDelete, taskEdit } from '@kolo/domain/boards/boards.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { taskById } from '../boards.queries.ts'

/** Changes what is said about a task: only the fields that are given. */
export const editTask = command(taskEdit, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ task: await taskById(tx.read, input) })
    if (events.length === 0) return events
    const { title, description, assigneeIds, dueOn, fileIds } = input
    tx.write((db) =>
      db
        .updateTable('task')
        .set({
          ...(title === undefined ? {} : { title }),
          ...(description === undefined ? {} : { description }),
          ...(assigneeIds === undefined ? {} : { assignee_ids: assigneeIds }),
          ...(dueOn === undefined ? {} : { due_on: dueOn }),
          ...(fileIds === undefined ? {} : { file_ids: fileIds }),
        })
        .where('id', '=', input.taskId),
    )
    return events
  },
})

/** Takes a task off the board; it can be restored. */
export const deleteTask = command(taskDelete, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ task: await taskById(tx.read, input) })
    tx.write((db) => db.updateTable('task').set({ deleted_at: now }).where('id', '=', input.taskId))
    return events
  },
})
