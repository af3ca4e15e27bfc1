import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import {
  addColumnInput,
  changeColumnInput,
  type Column,
  createTaskInput,
  deleteTaskInput,
  editTaskInput,
  moveTaskInput,
  removeColumnInput,
  type Task,
} from './boards.ts'
import {
  columnAdded,
  columnChanged,
  columnRemoved,
  taskCreated,
  taskDeleted,
  taskEdited,
  taskMoved,
  taskRestored,
} from './boards.events.ts'
import { type Gap, keyIn } from './boards.order.ts'
import { can } from './boards.policy.ts'

type ColumnState = { readonly column: Column | undefined }
type TaskState = { readonly task: Task | undefined }
type PlaceState = TaskState & ColumnState & { readonly gap: Gap }

const maxColumns = 30

export const columnAdd = defineCommand(
  'column.add',
  addColumnInput,
  (state: ColumnState & { readonly last: string | null; readonly count: number }, input, { actor }) => {
    if (!can.arrange(actor)) throw notFound()
    if (state.column) throw conflict('idTaken')
    if (state.count >= maxColumns) throw invalid('tooManyColumns', { limit: maxColumns })
    const { columnId, name, category } = input
    return [columnAdded.of({ columnId, name, category, order: keyIn({ before: state.last, after: null }) })]
  },
)

export const columnChange = defineCommand(
  'column.change',
  changeColumnInput,
  (state: ColumnState, input, { actor }) => {
    if (!state.column || !can.arrange(actor)) throw notFound()
    const { columnId, name, category } = input
    const same = state.column.name === name && state.column.category === category
    return same ? [] : [columnChanged.of({ columnId, name, category })]
  },
)

export const columnRemove = defineCommand(
  'column.remove',
  removeColumnInput,
  (state: ColumnState & { readonly tasks: number }, input, { actor }) => {
    if (!state.column || !can.arrange(actor)) throw notFound()
    if (state.tasks > 0) throw conflict('columnNotEmpty')
    return [columnRemoved.of({ columnId: input.columnId })]
  },
)

export const taskCreate = defineCommand('task.create', createTaskInput, (state: PlaceState, input, { actor }) => {
  if (!state.column || !can.work(actor)) throw notFound()
  if (state.task) throw conflict('idTaken')
  const { taskId, title, columnId } = input
  return [taskCreated.of({ taskId, title, columnId, order: keyIn(state.gap), category: state.column.category })]
})

export const taskMove = defineCommand('task.move', moveTaskInput, (state: PlaceState, _input, { actor }) => {
  const { task, column, gap } = state
  if (!task || !column || !can.work(actor)) throw notFound()
  const stays = task.columnId === column.id && follows(task.order, gap)
  if (stays) return []
  return [
    taskMoved.of({
      taskId: task.id,
      title: task.title,
      columnId: column.id,
      order: keyIn(gap),
      category: column.category,
    }),
  ]
})

/** Whether the task stands in that gap already. */
const follows = (order: string, gap: Gap): boolean =>
  (gap.before === null || gap.before < order) && (gap.after === null || order < gap.after)

export const taskEdit = defineCommand(
  'task.edit',
  editTaskInput,
  (state: TaskState, input, { actor }): EventDraft[] => {
    const { task } = state
    if (!task || !can.work(actor)) throw notFound()
    const { spaceId: _space, taskId, ...given } = input
    const changes = Object.entries(given).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(task[field as keyof typeof given]),
    )
    return changes.length === 0 ? [] : [taskEdited.of({ taskId, ...Object.fromEntries(changes) })]
  },
)

export const taskDelete = defineCommand('task.delete', deleteTaskInput, (state: TaskState, input, { actor }) => {
  if (!state.task || !can.work(actor)) throw notFound()
  return [taskDeleted.of({ taskId: input.taskId, title: state.task.title })]
})

/** Back to where it was; to the end of the first column where its own is gone. `task` is the deleted one. */
export const taskRestore = defineCommand('task.restore', deleteTaskInput, (state: PlaceState, input, { actor }) => {
  const { task, column, gap } = state
  if (!task || !column || !can.work(actor)) throw notFound()
  const { id: _id, columnId: _column, order: _order, assigneeIds, fileIds, ...rest } = task
  return [
    taskRestored.of({
      ...rest,
      taskId: input.taskId,
      columnId: column.id,
      category: column.category,
      order: keyIn(gap),
      assigneeIds: [...assigneeIds],
      fileIds: [...fileIds],
    }),
  ]
})
