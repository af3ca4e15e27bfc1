import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { assignedTasks } from './boards.queries.ts'
import { addColumn, changeColumn, removeColumn } from './commands/arrange-columns.ts'
import { createTask } from './commands/create-task.ts'
import { deleteTask, editTask } from './commands/edit-task.ts'
import { moveTask } from './commands/move-task.ts'
import { restoreTask } from './commands/restore-task.ts'

/** Procedures of `boards`. */
export const boardsRouter = router({
  addColumn: mutation(addColumn),
  changeColumn: mutation(changeColumn),
  removeColumn: mutation(removeColumn),
  createTask: mutation(createTask),
  moveTask: mutation(moveTask),
  editTask: mutation(editTask),
  deleteTask: mutation(deleteTask),
  restoreTask: mutation(restoreTask),
  assigned: read(assignedTasks),
})
