import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useState } from 'react'

/** Where a dragged task would fall: in a column, before a task, or at its end (null). */
export type DropPlace = { readonly columnId: string; readonly beforeTaskId: string | null }

/** Lets a card be dragged, and others be dropped before or behind it. */
export function useDraggableCard(card: RefObject<HTMLElement | null>, taskId: string, columnId: string): { readonly isDragged: boolean; readonly isOver: boolean } {
  const [isDragged, setDragged] = useState(false)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = card.current
    if (!element) return
    return combine(
      draggable({
        element,
        getInitialData: () => ({ taskId }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data['taskId'] === 'string' && source.data['taskId'] !== taskId,
        getData: () => ({ columnId, beforeTaskId: taskId }),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
    )
  }, [card, taskId, columnId])
  return { isDragged, isOver }
}

/** Lets tasks be dropped at the end of a column. */
export function useColumnTarget(column: RefObject<HTMLElement | null>, columnId: string): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = column.current
    if (!element) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data['taskId'] === 'string',
      getData: () => ({ columnId, beforeTaskId: null }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [column, columnId])
  return isOver
}

/** Hears of each drop, once for the whole board; the innermost target counts. */
export function useDrops(onDropped: (taskId: string, place: DropPlace) => void): void {
  useEffect(
    () =>
      monitorForElements({
        onDrop({ source, location }) {
          const [target] = location.current.dropTargets
          const { taskId } = source.data
          const columnId = target?.data['columnId']
          const beforeTaskId = target?.data['beforeTaskId']
          if (typeof taskId !== 'string' || typeof columnId !== 'string') return
          onDropped(taskId, { columnId, beforeTaskId: typeof beforeTaskId === 'string' ? beforeTaskId : null })
        },
      }),
    [onDropped],
  )
}
