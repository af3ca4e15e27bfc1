import type { Column, Task } from '@kolo/domain/boards/boards'
import { columnAdd, columnChange, columnRemove, taskCreate, taskDelete, taskEdit, taskMove, taskRestore } from '@kolo/domain/boards/boards.decide'
import type { BoardPart } from '@kolo/domain/boards/boards.fold'
import { byOrder } from '@kolo/domain/boards/boards.order'
import { uuidv7 } from '@kolo/sync'
import { useMemo } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

/** A column with its tasks, both in order. */
export type Lane = { readonly column: Column; readonly tasks: readonly Task[] }

/** The board as it is read: columns from left to right, tasks from top to bottom. */
export function useLanes(board: BoardPart | undefined, shown: (task: Task) => boolean): readonly Lane[] {
  return useMemo(() => {
    if (!board) return []
    const byColumn = Map.groupBy(Object.values(board.tasks).filter(shown), (task) => task.columnId)
    return Object.values(board.columns)
      .toSorted(byOrder)
      .map((column) => ({ column, tasks: (byColumn.get(column.id) ?? []).toSorted(byOrder) }))
  }, [board, shown])
}

export type TaskChanges = Partial<Pick<Task, 'title' | 'description' | 'assigneeIds' | 'dueOn'>>

/** What can be done on a board; refusals are told, deletions can be taken back. */
export function useBoardCommands(spaceId: string) {
  const send = useSend()
  const told = useTold()
  const { t } = useTexts('boards', 'core')
  return useMemo(
    () => ({
      create: (columnId: string, title: string) => told(send(taskCreate, 'boards.createTask', { spaceId, taskId: uuidv7(), columnId, title })),
      move: (taskId: string, columnId: string, afterTaskId: string | null) =>
        told(send(taskMove, 'boards.moveTask', { spaceId, taskId, columnId, afterTaskId })),
      edit: (taskId: string, { assigneeIds, ...changes }: TaskChanges) =>
        told(send(taskEdit, 'boards.editTask', { spaceId, taskId, ...changes, ...(assigneeIds ? { assigneeIds: [...assigneeIds] } : {}) })),
      remove: (task: Task) =>
        told(send(taskDelete, 'boards.deleteTask', { spaceId, taskId: task.id }), {
          text: t('boards:taskDeleted', { title: task.title }),
          undo: () => void told(send(taskRestore, 'boards.restoreTask', { spaceId, taskId: task.id })),
        }),
      addColumn: (name: string, category: Column['category']) =>
        told(send(columnAdd, 'boards.addColumn', { spaceId, columnId: uuidv7(), name, category })),
      changeColumn: (columnId: string, name: string, category: Column['category']) =>
        told(send(columnChange, 'boards.changeColumn', { spaceId, columnId, name, category })),
      removeColumn: (columnId: string) => told(send(columnRemove, 'boards.removeColumn', { spaceId, columnId })),
    }),
    [send, told, t, spaceId],
  )
}
export type BoardCommands = ReturnType<typeof useBoardCommands>
