import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivedIds } from '../core/ids.ts'
import type { Role } from '../core/roles.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Envelope } from '../events/envelope.ts'
import { columnAdd, columnRemove, taskCreate, taskEdit, taskMove, taskRestore } from './boards.decide.ts'
import { type BoardPart, boardPart } from './boards.fold.ts'
import { byOrder, type Gap, gapBehind, keyIn, type Ordered } from './boards.order.ts'
import { can } from './boards.policy.ts'

const id = (number: number): string => `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`
const spaceId = id(1)
const columns = [id(10), id(11), id(12)]
const now = '2026-11-23T10:00:00.000Z'
const as = (role: Role | undefined) => ({ actor: { personId: id(2), role }, now, ids: derivedIds(id(3)) })

const apply = (board: BoardPart, drafts: readonly EventDraft[]): BoardPart =>
  drafts.reduce((held, draft) => {
    const event = {
      spaceId,
      seq: 1,
      type: draft.type,
      version: draft.version,
      actorId: id(2),
      commandId: id(3),
      at: now,
      payload: draft.payload,
    }
    return boardPart.fold(held, event as Envelope)
  }, board)
const tasksOf = (board: BoardPart, columnId: string) =>
  Object.values(board.tasks)
    .filter((task) => task.columnId === columnId)
    .toSorted(byOrder)

const emptyBoard = columns.reduce<BoardPart>((board, columnId, index) => {
  const last = Object.values(board.columns).toSorted(byOrder).at(-1)?.order ?? null
  const category = (['todo', 'doing', 'done'] as const)[index]!
  const input = { spaceId, columnId, name: category, category }
  return apply(board, columnAdd.decide({ column: undefined, last, count: index }, input, as('coordinator')))
}, boardPart.empty)

const create = (board: BoardPart, taskId: string, columnId: string): BoardPart => {
  const last = tasksOf(board, columnId).at(-1)
  const state = { task: undefined, column: board.columns[columnId], gap: { before: last?.order ?? null, after: null } }
  return apply(board, taskCreate.decide(state, { spaceId, taskId, columnId, title: 'Task' }, as('reporter')))
}
const move = (board: BoardPart, taskId: string, columnId: string, afterTaskId: string | null): BoardPart => {
  const gap = gapBehind(tasksOf(board, columnId), afterTaskId, taskId)
  const state = { task: board.tasks[taskId], column: board.columns[columnId], gap }
  return apply(board, taskMove.decide(state, { spaceId, taskId, columnId, afterTaskId }, as('reporter')))
}

describe('boards, decided', () => {
  it('are worked on by those who work in the space, and arranged by coordinator and partners', () => {
    expect((['coordinator', 'editor', 'reporter', 'approver'] as const).every((role) => can.work(as(role).actor))).toBe(
      true,
    )
    expect(can.work(as('reader').actor)).toBe(false)
    expect(can.arrange(as('reporter').actor)).toBe(false)
  })

  it('keep a column that holds tasks', () => {
    const column = emptyBoard.columns[columns[0]!]
    const input = { spaceId, columnId: columns[0]! }
    expect(() => columnRemove.decide({ column, tasks: 1 }, input, as('coordinator'))).toThrow('columnNotEmpty')
    expect(columnRemove.decide({ column, tasks: 0 }, input, as('coordinator'))).toHaveLength(1)
  })

  it('write only the fields of a task that change', () => {
    const board = create(emptyBoard, id(20), columns[0]!)
    const edit = { spaceId, taskId: id(20), title: 'Task', dueOn: '2026-12-01' }
    const [event, ...rest] = taskEdit.decide({ task: board.tasks[id(20)] }, edit, as('reporter'))
    expect(rest).toEqual([])
    expect(event?.payload).toEqual({ taskId: id(20), dueOn: '2026-12-01' })
  })

  it('know since when a task is done, and forget it when it is not', () => {
    const done = move(create(emptyBoard, id(20), columns[0]!), id(20), columns[2]!, null)
    expect(done.tasks[id(20)]?.doneAt).toBe(now)
    expect(move(done, id(20), columns[1]!, null).tasks[id(20)]?.doneAt).toBeNull()
  })

  it('restore a task as it was', () => {
    const board = create(emptyBoard, id(20), columns[0]!)
    const task = board.tasks[id(20)]!
    const state = { task, column: board.columns[columns[0]!], gap: { before: null, after: null } }
    const restored = apply(
      { ...board, tasks: {} },
      taskRestore.decide(state, { spaceId, taskId: task.id }, as('reporter')),
    )
    expect(restored.tasks[id(20)]).toEqual({ ...task, order: restored.tasks[id(20)]!.order })
  })
})

describe('order on boards', () => {
  it('puts every key strictly between its neighbours, however often', () => {
    let keys = [keyIn({ before: null, after: null })]
    for (let count = 0; count < 200; count += 1)
      keys = [keys[0]!, keyIn({ before: keys[0]!, after: keys[1] ?? null }), ...keys.slice(1)]
    expect(keys.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(keys)
  })

  it('finds the gap behind a task among tasks in any order as among tasks in order', () => {
    const inOrder = (siblings: readonly Ordered[], afterId: string | null, movingId: string): Gap => {
      const others = siblings.filter((each) => each.id !== movingId).toSorted(byOrder)
      const place = afterId === null ? -1 : others.findIndex((each) => each.id === afterId)
      const before = others.at(afterId !== null && place === -1 ? -1 : Math.max(place, 0))
      if (afterId === null) return { before: null, after: others[0]?.order ?? null }
      return { before: before?.order ?? null, after: place === -1 ? null : (others[place + 1]?.order ?? null) }
    }
    // Few keys, so that there are ties.
    const sibling = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), order: fc.constantFrom('k', 'l', 'm') })
    const siblings = fc.uniqueArray(sibling, { selector: ({ id: own }) => own })
    const named = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    fc.assert(
      fc.property(siblings, fc.option(named), named, (given, afterId, movingId) => {
        expect(gapBehind(given, afterId, movingId)).toEqual(inOrder(given, afterId, movingId))
      }),
    )
  })

  it('loses and doubles no task under any moves, and equal logs give equal boards', () => {
    const step = fc.record({ task: fc.nat(7), column: fc.nat(2), after: fc.option(fc.nat(7)) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let board = Array.from({ length: 8 }, (_, index) => id(20 + index)).reduce(
          (held, taskId) => create(held, taskId, columns[0]!),
          emptyBoard,
        )
        for (const { task, column, after } of steps) {
          board = move(board, id(20 + task), columns[column]!, after === null ? null : id(20 + after))
        }
        const listed = columns.flatMap((columnId) => tasksOf(board, columnId).map((task) => task.id))
        expect(listed.toSorted()).toEqual(Array.from({ length: 8 }, (_, index) => id(20 + index)))
        for (const columnId of columns) {
          const orders = tasksOf(board, columnId).map((task) => task.order)
          expect(new Set(orders).size).toBe(orders.length)
        }
      }),
    )
  })
})
