import { definePrediction } from '../core/predict.ts'
import type { SpaceState } from '../events/parts.ts'
import type { Task } from './boards.ts'
import { columnAdd, columnChange, columnRemove, taskCreate, taskDelete, taskEdit, taskMove } from './boards.decide.ts'
import { byOrder, gapBehind, last } from './boards.order.ts'

/** The tasks of a column, in whatever order; gathered in one walk, since boards may be long and each move asks. */
function tasksOf({ board: { tasks } }: SpaceState, columnId: string): Task[] {
  const held: Task[] = []
  for (const id in tasks) if (tasks[id]!.columnId === columnId) held.push(tasks[id]!)
  return held
}

const ofColumn = ({ board }: SpaceState, { columnId }: { readonly columnId: string }) => ({
  column: board.columns[columnId],
})
const ofTask = ({ board }: SpaceState, { taskId }: { readonly taskId: string }) => ({ task: board.tasks[taskId] })

/** Restoring needs the deleted task, which no replica holds: it waits for the log. */
export const boardPredictions = [
  definePrediction(columnAdd, (state, input) => {
    const columns = Object.values(state.board.columns).toSorted(byOrder)
    return { ...ofColumn(state, input), last: columns.at(-1)?.order ?? null, count: columns.length }
  }),
  definePrediction(columnChange, ofColumn),
  definePrediction(columnRemove, (state, input) => ({
    ...ofColumn(state, input),
    tasks: tasksOf(state, input.columnId).length,
  })),
  definePrediction(taskCreate, (state, input) => {
    const before = last(tasksOf(state, input.columnId))?.order ?? null
    return { ...ofTask(state, input), ...ofColumn(state, input), gap: { before, after: null } }
  }),
  definePrediction(taskMove, (state, input) => ({
    ...ofTask(state, input),
    ...ofColumn(state, input),
    gap: gapBehind(tasksOf(state, input.columnId), input.afterTaskId, input.taskId),
  })),
  definePrediction(taskEdit, ofTask),
  definePrediction(taskDelete, ofTask),
]
