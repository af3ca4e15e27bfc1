import { randomUUID } from 'node:crypto'
import { byOrder } from '@kolo/domain/boards/boards.order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { addColumn, changeColumn, removeColumn } from './commands/arrange-columns.ts'
import { createTask } from './commands/create-task.ts'
import { deleteTask, editTask } from './commands/edit-task.ts'
import { moveTask } from './commands/move-task.ts'
import { restoreTask } from './commands/restore-task.ts'

describe('boards on the database', () => {
  let hub: TestHub
  let editor: string
  let reader: string
  let spaceId: string
  let todo: string
  let done: string

  const column = async (name: string, category: 'todo' | 'done') => {
    const columnId = randomUUID()
    await hub.run(addColumn, editor, { spaceId, columnId, name, category })
    return columnId
  }
  const task = async (title: string, columnId = todo) => {
    const taskId = randomUUID()
    await hub.run(createTask, editor, { spaceId, taskId, columnId, title })
    return taskId
  }
  const titlesIn = async (columnId: string) => {
    const { board } = (await hub.snapshot(spaceId)).parts
    const tasks = Object.values(board.tasks).filter((row) => row.columnId === columnId)
    return tasks.toSorted(byOrder).map((row) => row.title)
  }

  beforeAll(async () => {
    hub = await testHub()
    editor = await hub.person('Editor')
    reader = await hub.person('Reader')
  })
  beforeAll(async () => {
    spaceId = await hub.space('stage', { [editor]: 'editor', [reader]: 'reader' })
    todo = await column('To do', 'todo')
    done = await column('Done', 'done')
  })
  afterAll(() => hub.close())

  it('keeps snapshot and events equal for every command', async () => {
    const columnId = randomUUID()
    const taskId = randomUUID()
    const run = (work: () => Promise<unknown>) => expectSynced(hub, spaceId, work)
    await run(() => hub.run(addColumn, editor, { spaceId, columnId, name: 'Later', category: 'todo' }))
    await run(() => hub.run(changeColumn, editor, { spaceId, columnId, name: 'Waiting', category: 'blocked' }))
    await run(() => hub.run(createTask, editor, { spaceId, taskId, columnId, title: 'Install scanners' }))
    await run(() => hub.run(editTask, editor, { spaceId, taskId, dueOn: '2026-12-01', assigneeIds: [editor] }))
    await run(() => hub.run(moveTask, editor, { spaceId, taskId, columnId: done, afterTaskId: null }))
    expect((await hub.snapshot(spaceId)).parts.board.tasks[taskId]?.doneAt).not.toBeNull()
    await run(() => hub.run(deleteTask, editor, { spaceId, taskId }))
    await run(() => hub.run(restoreTask, editor, { spaceId, taskId }))
    await run(() => hub.run(removeColumn, editor, { spaceId, columnId }))
  })

  it('puts tasks where they were dropped, also under parallel moves', async () => {
    const ids = new Map<string, string>()
    for (const title of ['a', 'b', 'c', 'd']) ids.set(title, await task(title))
    const at = (title: string) => ids.get(title)!
    await hub.run(moveTask, editor, { spaceId, taskId: at('d'), columnId: todo, afterTaskId: at('a') })
    expect(await titlesIn(todo)).toEqual(['a', 'd', 'b', 'c'])
    const moves = ['a', 'b', 'c', 'd'].flatMap((title, index) =>
      [todo, done].map((columnId) =>
        hub.run(moveTask, editor, { spaceId, taskId: at(title), columnId, afterTaskId: at('abcd'[3 - index]!) }),
      ),
    )
    await Promise.all(moves)
    const all = [...(await titlesIn(todo)), ...(await titlesIn(done))].filter((title) => title.length === 1)
    expect(all.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('leaves the last task where it is when it is dropped behind one that has gone', async () => {
    const last = await task('The last')
    const gone = { spaceId, taskId: last, columnId: todo, afterTaskId: randomUUID() }
    expect(await hub.run(moveTask, editor, gone)).toEqual({ status: 'committed', at: [] })
  })

  it('refuses to remove a column that holds tasks, and lets readers only look', async () => {
    const taskId = await task('Stay')
    await expect(hub.run(removeColumn, editor, { spaceId, columnId: todo })).rejects.toMatchObject({ code: 'conflict' })
    const asReader = { spaceId, taskId, columnId: done, afterTaskId: null }
    await expect(hub.run(moveTask, reader, asReader)).rejects.toMatchObject({ code: 'notFound' })
  })
})
