import type { Task } from '@kolo/domain/boards/boards'
import type { Lane } from './boards.data.ts'

/** Where a task stands among the lanes, by their order. */
type Place = { readonly lane: number; readonly index: number }
export type Direction = 'up' | 'down' | 'left' | 'right'

/** Finds a task on the board. */
export function placeOf(lanes: readonly Lane[], taskId: string): Place | undefined {
  for (const [lane, { tasks }] of lanes.entries()) {
    const index = tasks.findIndex((task) => task.id === taskId)
    if (index !== -1) return { lane, index }
  }
  return undefined
}

/** What a step with an arrow key asks for: the column and the task behind which to put it; undefined at the edge. */
export function step(lanes: readonly Lane[], task: Task, direction: Direction): { columnId: string; afterTaskId: string | null } | undefined {
  const place = placeOf(lanes, task.id)
  if (!place) return undefined
  const others = (lane: number): readonly Task[] => lanes[lane]?.tasks.filter(({ id }) => id !== task.id) ?? []
  const behind = (lane: number, index: number): string | null => others(lane)[index - 1]?.id ?? null
  if (direction === 'up' || direction === 'down') {
    const index = place.index + (direction === 'up' ? -1 : 1)
    if (index < 0 || index > others(place.lane).length) return undefined
    return { columnId: task.columnId, afterTaskId: behind(place.lane, index) }
  }
  const lane = place.lane + (direction === 'left' ? -1 : 1)
  const target = lanes[lane]
  return target && { columnId: target.column.id, afterTaskId: behind(lane, Math.min(place.index, target.tasks.length)) }
}
