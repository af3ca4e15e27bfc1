import type { Task } from '@kolo/domain/boards/boards'
import { emptySpace, type SpaceState } from '@kolo/domain/events/parts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConfirmedSpace } from './replica.ts'
import { inTables, outOfTables } from './tables.ts'
import { uuidv7 } from './uuidv7.ts'

const [columnId, createdBy] = [uuidv7(), uuidv7()]

const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  columnId,
  order: 'a',
  title: 'Task',
  description: '',
  assigneeIds: [],
  dueOn: null,
  fileIds: [],
  createdBy,
  createdAt: '2026-11-23T08:00:00.000Z',
  doneAt: null,
  office: null,
  ...more,
})

const reversed = (of: Task): Task => Object.fromEntries(Object.entries(of).toReversed()) as Task

const withTasks = (tasks: readonly Task[]): ConfirmedSpace => ({
  epoch: uuidv7(),
  seq: tasks.length,
  parts: {
    ...emptySpace,
    board: { columns: {}, tasks: Object.fromEntries(tasks.map((each) => [each.id, each])) },
  },
})

const onTheWay = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
const received = (space: ConfirmedSpace): ConfirmedSpace => outOfTables(onTheWay(inTables(space)))

const anyMoment = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())

const anyTask = fc
  .record({
    id: fc.uuid(),
    columnId: fc.constantFrom(columnId, createdBy),
    order: fc.string(),
    title: fc.string({ unit: 'grapheme' }),
    description: fc.constantFrom('', 'words'),
    assigneeIds: fc.array(fc.uuid(), { maxLength: 2 }),
    dueOn: fc.option(fc.constantFrom('2026-11-23', '2026-12-01')),
    createdBy: fc.oneof(fc.constant(createdBy), fc.uuid()),
    createdAt: anyMoment,
    doneAt: fc.option(anyMoment),
  })
  .map(({ id, ...more }) => task(id, more))

describe('a snapshot in tables', () => {
  it('[SYN11] is the same snapshot, in the same order', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 60 }), (tasks) => {
        const space = withTasks(tasks)
        const back = received(space)
        expect(back).toEqual(space)
        expect(Object.keys(back.parts.board.tasks)).toEqual(Object.keys(space.parts.board.tasks))
      }),
    )
  })

  it.each([
    '2026-02-30T08:00:00.000Z',
    '2026-02-31T08:00:00.000Z',
    '2026-04-31T23:59:59.999Z',
    '2026-01-01T24:00:00.000Z',
    '2026-01-01T08:00:00Z',
    '0000-01-01T08:00:00.000Z',
    '2026-01-01T08:00:00.000z',
    '2026-01-01',
  ])('[SYN11] leaves words as they are that only look like a moment: %s', (word) => {
    const moments = Array.from({ length: 30 }, (_, day) => new Date(86_400_000 * (20_000 + day)).toISOString())
    const space = withTasks(moments.map((moment, index) => task(uuidv7(), { title: index === 7 ? word : moment })))
    expect(received(space)).toEqual(space)
    expect(inTables(space).tables[0]?.columns).toHaveProperty('title')
  })

  it('[SYN11] says moments by what each is behind its id, and what the first is', () => {
    const days = Array.from({ length: 30 }, (_, day) => 86_400_000 * (20_000 + day))
    const space = withTasks(
      days.map((day, index) => {
        const createdAt = new Date(day + 1_000 + (index === 9 ? 7 : 0)).toISOString()
        return task(uuidv7(day), { createdAt, doneAt: index === 3 ? createdAt : null })
      }),
    )
    const [table] = inTables(space).tables
    expect(table?.times['createdAt']).toEqual(days.map((_, index) => [1_000, ...Array(8).fill(0), 7][index] ?? 0))
    expect(table?.times['doneAt']?.filter((time) => time !== null)).toEqual([1_000])
    expect(received(space)).toEqual(space)
  })

  it('[SYN11] says ids of one version in not much more than their random bits', () => {
    const space = withTasks(Array.from({ length: 999 }, () => task(uuidv7())))
    const [table] = inTables(space).tables
    expect(table?.ids.versions).toBe('7')
    expect(table?.ids.rest.length).toBe((999 * 74) / 6)
    expect(received(space)).toEqual(space)
  })

  it('[SYN11] takes less than a third of the characters', () => {
    const tasks = Array.from({ length: 1_000 }, (_, index) => task(uuidv7(), { title: `Task number ${index}` }))
    const space = withTasks(tasks)
    const { parts, tables } = inTables(space)
    expect(parts.board.tasks).toEqual({})
    expect(tables.map(({ at }) => at)).toEqual([['board', 'tasks']])
    expect(JSON.stringify({ parts, tables }).length * 3).toBeLessThan(JSON.stringify(space.parts).length)
  })

  it('[SYN11] also holds what a part consists of as a whole', () => {
    const ids = Array.from({ length: 30 }, () => uuidv7())
    const files = Object.fromEntries(ids.map((id, size) => [id, { id, name: 'a.pdf', size }]))
    const space = withTasks([])
    const parts = { ...space.parts, files } as unknown as SpaceState
    expect(inTables({ ...space, parts }).tables.map(({ at }) => at)).toEqual([['files']])
    expect(received({ ...space, parts })).toEqual({ ...space, parts })
  })

  it.each([
    ['few', (tasks: Task[]) => tasks.slice(0, 5)],
    ['not all alike', ([first, ...others]: Task[]) => [{ ...first!, labels: [] }, ...others]],
    ['with names in another order', ([first, ...others]: Task[]) => [reversed(first!), ...others]],
    ['known by something else', ([first, ...others]: Task[]) => [{ ...first!, id: 'first' }, ...others]],
    ['lacking a value', ([first, ...others]: Task[]) => [{ ...first!, dueOn: undefined as never }, ...others]],
  ])('[SYN11] leaves rows as they are that are %s', (_, made) => {
    const space = withTasks(made(Array.from({ length: 30 }, () => task(uuidv7()))))
    expect(inTables(space)).toEqual({ ...space, tables: [] })
  })

  it('[SYN11] takes what doesn’t change apart once, and what has changed anew', () => {
    const space = withTasks(Array.from({ length: 30 }, () => task(uuidv7())))
    expect(inTables({ ...space, seq: 7 })).toMatchObject({ seq: 7 })
    expect(inTables(space).tables).toBe(inTables({ ...space, seq: 7 }).tables)
    const changed = { ...space, parts: { ...space.parts } }
    expect(inTables(changed).tables).not.toBe(inTables(space).tables)
  })

  it('[SYN11] an answer without tables is taken as it is', () => {
    const space = withTasks([task(uuidv7())])
    expect(outOfTables(space)).toEqual(space)
  })
})
