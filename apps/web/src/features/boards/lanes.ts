import type { Column, Task } from '@kolo/domain/boards/boards'
import type { BoardPart } from '@kolo/domain/boards/boards.fold'
import { byOrder } from '@kolo/domain/boards/boards.order'

/** A column with those of its tasks that are shown, in order; `total` counts the others, too. */
export type Lane = { readonly column: Column; readonly tasks: readonly Task[]; readonly total: number }

/** Where a task stands: `index` among the tasks that are shown there. */
export type Place = { readonly columnId: string; readonly index: number }

/** The ways to move a task without a pointer. */
export const steps = ['up', 'down', 'left', 'right', 'top', 'bottom'] as const
export type Step = (typeof steps)[number]

/** The board from left to right, its tasks from top to bottom. */
export function lanesOf(board: BoardPart, isShown: (task: Task) => boolean): readonly Lane[] {
  const byColumn = Map.groupBy(Object.values(board.tasks), ({ columnId }) => columnId)
  return Object.values(board.columns)
    .toSorted(byOrder)
    .map((column) => {
      const all = byColumn.get(column.id) ?? []
      return { column, tasks: all.filter(isShown).toSorted(byOrder), total: all.length }
    })
}

/** Where a task stands now. */
export function placeOf(lanes: readonly Lane[], taskId: string): Place | undefined {
  for (const { column, tasks } of lanes) {
    const index = tasks.findIndex(({ id }) => id === taskId)
    if (index !== -1) return { columnId: column.id, index }
  }
  return undefined
}

const tasksIn = (lanes: readonly Lane[], columnId: string, without: string): readonly Task[] =>
  lanes.find(({ column }) => column.id === columnId)?.tasks.filter(({ id }) => id !== without) ?? []

/** The task behind which a task has to be put to stand at a place; null at the top. */
export function afterTaskId(lanes: readonly Lane[], taskId: string, { columnId, index }: Place): string | null {
  return tasksIn(lanes, columnId, taskId)[index - 1]?.id ?? null
}

/** The board as it looks with the task at another place. */
export function withTaskAt(lanes: readonly Lane[], taskId: string, place: Place): readonly Lane[] {
  const task = lanes.flatMap(({ tasks }) => tasks).find(({ id }) => id === taskId)
  if (!task) return lanes
  return lanes.map((lane) => {
    const isTarget = lane.column.id === place.columnId
    if (!isTarget && !lane.tasks.includes(task)) return lane
    const others = lane.tasks.filter(({ id }) => id !== taskId)
    const total = lane.total - lane.tasks.length + others.length
    if (!isTarget) return { ...lane, tasks: others, total }
    return { ...lane, tasks: others.toSpliced(place.index, 0, task), total: total + 1 }
  })
}

/** The place a step further; undefined where the board ends. */
export function stepped(lanes: readonly Lane[], taskId: string, from: Place, step: Step): Place | undefined {
  const last = (columnId: string): number => tasksIn(lanes, columnId, taskId).length
  const at = lanes.findIndex(({ column }) => column.id === from.columnId)
  switch (step) {
    case 'up':
      return from.index > 0 ? { ...from, index: from.index - 1 } : undefined
    case 'down':
      return from.index < last(from.columnId) ? { ...from, index: from.index + 1 } : undefined
    case 'top':
      return from.index > 0 ? { ...from, index: 0 } : undefined
    case 'bottom':
      return from.index < last(from.columnId) ? { ...from, index: last(from.columnId) } : undefined
    case 'left':
    case 'right': {
      const columnId = lanes[at + (step === 'left' ? -1 : 1)]?.column.id
      return columnId === undefined ? undefined : { columnId, index: Math.min(from.index, last(columnId)) }
    }
  }
}
