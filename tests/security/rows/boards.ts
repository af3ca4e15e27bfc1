import { inPlaces, type Rows, signedIn } from '../table.ts'
import { columnOf, taskOf } from '../things.ts'
import { newId, type World } from '../world.ts'
import type { Person } from '../people.ts'

const boardsAt = ['openedStage', 'closedStage', 'rollout'] as const
const workers = ['coordinator', 'editor', 'reporter', 'approver'] as const
const arrangers = ['coordinator', 'editor'] as const

async function addedColumn(world: World, host: Person, spaceId: string): Promise<string> {
  const columnId = newId()
  await world.make(host, 'boards.addColumn', { spaceId, columnId, name: 'A column', category: 'todo' })
  return columnId
}

/** Who works in a space works on its board; readers look on, columns are the coordinator's and the partners'. */
export const boards: Rows = {
  'boards.addColumn': inPlaces(boardsAt, arrangers, (_world, { spaceId }) => ({
    spaceId,
    columnId: newId(),
    name: 'New',
    category: 'todo',
  })),
  'boards.changeColumn': inPlaces(boardsAt, arrangers, async (world, { spaceId }) => ({
    spaceId,
    columnId: await columnOf(world, spaceId),
    name: `Name ${newId()}`,
    category: 'todo',
  })),
  'boards.removeColumn': inPlaces(boardsAt, arrangers, async (world, { spaceId, host }) => ({
    spaceId,
    columnId: await addedColumn(world, host, spaceId),
  })),
  'boards.createTask': inPlaces(boardsAt, workers, async (world, { spaceId }) => ({
    spaceId,
    taskId: newId(),
    columnId: await columnOf(world, spaceId),
    title: 'New',
  })),
  'boards.moveTask': inPlaces(boardsAt, workers, async (world, { spaceId, host }) => {
    await taskOf(world, host, spaceId)
    return {
      spaceId,
      taskId: await taskOf(world, host, spaceId),
      columnId: await columnOf(world, spaceId),
      afterTaskId: null,
    }
  }),
  'boards.editTask': inPlaces(boardsAt, workers, async (world, { spaceId, host }) => ({
    spaceId,
    taskId: await taskOf(world, host, spaceId),
    title: 'Changed',
  })),
  'boards.deleteTask': inPlaces(boardsAt, workers, async (world, { spaceId, host }) => ({
    spaceId,
    taskId: await taskOf(world, host, spaceId),
  })),
  'boards.restoreTask': inPlaces(boardsAt, workers, async (world, { spaceId, host }) => {
    const taskId = await taskOf(world, host, spaceId)
    await world.make(host, 'boards.deleteTask', { spaceId, taskId })
    return { spaceId, taskId }
  }),
  'boards.assigned': signedIn(),
}
