import type { z } from 'zod'
import { changed, definePart, on, withRow, without } from '../core/part.ts'
import type { Recorded } from '../events/envelope.ts'
import type { Column, ColumnCategory, Task } from './boards.ts'
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

/** The board of a space: columns and tasks by id. Their order is in their keys. */
export type BoardPart = {
  readonly columns: Readonly<Record<string, Column>>
  readonly tasks: Readonly<Record<string, Task>>
}

const doneAt = (category: ColumnCategory, at: string, before: string | null): string | null =>
  category === 'done' ? (before ?? at) : null

function created({ payload, actorId, at }: Recorded<z.infer<typeof taskCreated.payload>>): Task {
  return {
    id: payload.taskId,
    columnId: payload.columnId,
    order: payload.order,
    title: payload.title,
    description: payload.description ?? '',
    assigneeIds: payload.assigneeIds ?? [],
    office: payload.office ?? null,
    dueOn: payload.dueOn ?? null,
    fileIds: [],
    createdBy: actorId,
    createdAt: at,
    doneAt: doneAt(payload.category, at, null),
  }
}

/** The part `board` of every snapshot. */
export const boardPart = definePart<BoardPart>({ columns: {}, tasks: {} }, [
  on(columnAdded, (state, { payload: { columnId: id, name, category, order } }) => ({
    ...state,
    columns: withRow(state.columns, id, { id, name, category, order }),
  })),
  on(columnChanged, (state, { payload: { columnId, name, category } }) => ({
    ...state,
    columns: changed(state.columns, columnId, (column) => ({ ...column, name, category })),
  })),
  on(columnRemoved, (state, { payload }) => ({ ...state, columns: without(state.columns, payload.columnId) })),
  on(taskCreated, (state, event) => ({ ...state, tasks: withRow(state.tasks, event.payload.taskId, created(event)) })),
  on(taskMoved, (state, { payload, at }) => ({
    ...state,
    tasks: changed(state.tasks, payload.taskId, (task) => ({
      ...task,
      columnId: payload.columnId,
      order: payload.order,
      doneAt: doneAt(payload.category, at, task.doneAt),
    })),
  })),
  on(taskEdited, (state, { payload: { taskId, ...changes } }) => ({
    ...state,
    tasks: changed(state.tasks, taskId, (task) => Object.assign({ ...task }, changes)),
  })),
  on(taskDeleted, (state, { payload }) => ({ ...state, tasks: without(state.tasks, payload.taskId) })),
  on(taskRestored, (state, { payload: { taskId, category: _category, office, ...task } }) => ({
    ...state,
    tasks: withRow(state.tasks, taskId, { id: taskId, ...task, office: office ?? null }),
  })),
])
