import type { Task } from '@kolo/domain/boards/boards'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterTaskId, type Lane, lanesOf, placeOf, stepped, steps, withTaskAt } from './lanes.ts'

const task = (id: string, columnId: string, order: string): Task => ({
  id,
  columnId,
  order,
  title: id,
  description: '',
  assigneeIds: [],
  dueOn: null,
  fileIds: [],
  createdBy: 'p',
  createdAt: '2026-11-23T08:00:00.000Z',
  doneAt: null,
  office: null,
})
const board = {
  columns: {
    y: { id: 'y', name: null, category: 'done' as const, order: 'a1' },
    x: { id: 'x', name: null, category: 'todo' as const, order: 'a0' },
  },
  tasks: Object.fromEntries(
    [task('c', 'x', 'a2'), task('a', 'x', 'a0'), task('b', 'x', 'a1'), task('d', 'y', 'Zz')].map((row) => [
      row.id,
      row,
    ]),
  ),
}
const lanes = lanesOf(board, () => true)
const ids = (all: readonly Lane[]) => all.map(({ tasks }) => tasks.map(({ id }) => id).join(''))

describe('lanes', () => {
  it('stand in order, and count what a filter hides', () => {
    expect(ids(lanes)).toEqual(['abc', 'd'])
    const filtered = lanesOf(board, ({ id }) => id === 'b')
    expect(ids(filtered)).toEqual(['b', ''])
    expect(filtered.map(({ total }) => total)).toEqual([3, 1])
  })

  it('say behind which task one has to go', () => {
    expect(afterTaskId(lanes, 'a', { columnId: 'x', index: 2 })).toBe('c')
    expect(afterTaskId(lanes, 'a', { columnId: 'x', index: 1 })).toBe('b')
    expect(afterTaskId(lanes, 'c', { columnId: 'x', index: 0 })).toBeNull()
    expect(afterTaskId(lanes, 'a', { columnId: 'y', index: 1 })).toBe('d')
  })

  it('end where the board ends', () => {
    expect(stepped(lanes, 'a', { columnId: 'x', index: 0 }, 'up')).toBeUndefined()
    expect(stepped(lanes, 'a', { columnId: 'x', index: 0 }, 'left')).toBeUndefined()
    expect(stepped(lanes, 'c', { columnId: 'x', index: 2 }, 'down')).toBeUndefined()
    expect(stepped(lanes, 'c', { columnId: 'x', index: 2 }, 'right')).toEqual({ columnId: 'y', index: 1 })
    expect(stepped(lanes, 'c', { columnId: 'x', index: 2 }, 'top')).toEqual({ columnId: 'x', index: 0 })
  })

  it('keep every task exactly once on any walk, and the task where it is said to be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...steps), { maxLength: 30 }),
        fc.constantFrom('a', 'b', 'c', 'd'),
        (walk, id) => {
          let place = placeOf(lanes, id)!
          for (const step of walk) {
            place = stepped(lanes, id, place, step) ?? place
            const shown = withTaskAt(lanes, id, place)
            expect(ids(shown).join('').split('').toSorted()).toEqual(['a', 'b', 'c', 'd'])
            expect(placeOf(shown, id)).toEqual(place)
            const above = shown.find(({ column }) => column.id === place.columnId)!.tasks[place.index - 1]?.id ?? null
            expect(afterTaskId(lanes, id, place)).toBe(above)
          }
        },
      ),
    )
  })
})
