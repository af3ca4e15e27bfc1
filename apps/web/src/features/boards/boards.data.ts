import type { Column, Task } from '@kolo/domain/boards/boards'
import {
  columnAdd,
  columnChange,
  columnRemove,
  taskCreate,
  taskDelete,
  taskEdit,
  taskMove,
  taskRestore,
} from '@kolo/domain/boards/boards.decide'
import type { Translate } from '@kolo/i18n'
import { type OutboxItem, uuidv7 } from '@kolo/sync'
import { useMemo } from 'react'
import { useHub, useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { useUnsent } from '../../lib/unsent.ts'
import { spokesman } from '../../lib/unsent-text.ts'
import { wordsOf } from '../../lib/words-of.ts'

/** What can change about a task besides its place. */
export type TaskChanges = Partial<Pick<Task, 'title' | 'description' | 'assigneeIds' | 'dueOn' | 'fileIds'>>

/** What can be done on a board; refusals are told, deletions can be taken back. A refused task stays on the board. */
export function useBoardCommands(spaceId: string) {
  const { client } = useHub()
  const send = useSend()
  const told = useTold()
  const { t } = useTexts('boards', 'core')
  return useMemo(
    () => ({
      create: (columnId: string, title: string): void =>
        void send(taskCreate, 'boards.createTask', { spaceId, taskId: uuidv7(), columnId, title }),
      /** Behind `afterTaskId`; null puts it on top. */
      move: (taskId: string, columnId: string, afterTaskId: string | null): void =>
        void told(send(taskMove, 'boards.moveTask', { spaceId, taskId, columnId, afterTaskId })),
      /** Hangs a stored file on a task, as the task is by then. */
      attach(taskId: string, fileId: string): void {
        const task = client.open(spaceId).replica.view()?.board.tasks[taskId]
        if (!task || task.fileIds.includes(fileId)) return
        void told(send(taskEdit, 'boards.editTask', { spaceId, taskId, fileIds: [...task.fileIds, fileId] }))
      },
      edit: (taskId: string, { assigneeIds, fileIds, ...changes }: TaskChanges) =>
        told(
          send(taskEdit, 'boards.editTask', {
            spaceId,
            taskId,
            ...changes,
            ...(assigneeIds ? { assigneeIds: [...assigneeIds] } : {}),
            ...(fileIds ? { fileIds: [...fileIds] } : {}),
          }),
        ),
      remove: (task: Pick<Task, 'id' | 'title'>) =>
        told(send(taskDelete, 'boards.deleteTask', { spaceId, taskId: task.id }), {
          text: t('boards:deletedTask', { title: task.title }),
          undo: () => void told(send(taskRestore, 'boards.restoreTask', { spaceId, taskId: task.id })),
        }),
      addColumn: (name: string, category: Column['category']) =>
        told(send(columnAdd, 'boards.addColumn', { spaceId, columnId: uuidv7(), name, category })),
      changeColumn: (columnId: string, name: string, category: Column['category']) =>
        told(send(columnChange, 'boards.changeColumn', { spaceId, columnId, name, category })),
      removeColumn: (columnId: string) => told(send(columnRemove, 'boards.removeColumn', { spaceId, columnId })),
    }),
    [client, send, told, t, spaceId],
  )
}
export type BoardCommands = ReturnType<typeof useBoardCommands>

/** What a column is called: its own name, or that of its category. */
export const columnName = (t: Translate, column: Column): string => column.name ?? t(`boards:${column.category}`)

/** By task: its change that waits for the network, or for a server that can't take it now. */
export function useWaitingTasks(): ReadonlyMap<string, OutboxItem> {
  const { items } = useUnsent()
  return useMemo(() => {
    const waiting = new Map<string, OutboxItem>()
    for (const item of items) {
      const { taskId } = item.input as { readonly taskId?: string }
      if (item.state === 'waiting' && taskId !== undefined) waiting.set(taskId, spokesman(waiting.get(taskId), item))
    }
    return waiting
  }, [items])
}

/** New tasks of a space, and new words of tasks, that weren't accepted. */
export function useRefusedTasks(spaceId: string): readonly OutboxItem[] {
  const { items } = useUnsent()
  return useMemo(
    () => items.filter((item) => item.spaceId === spaceId && item.state === 'refused' && isWordsOfTask(item)),
    [items, spaceId],
  )
}

const isWordsOfTask = ({ name, input }: OutboxItem): boolean =>
  name === taskCreate.name || (name === taskEdit.name && wordsOf(input) !== undefined)
