import { columnCategories } from '@kolo/domain/boards/boards'
import type { SpaceState } from '@kolo/domain/events/parts'
import type { Chance } from './chance.ts'
import type { Given } from './history.ts'

type Draw = Omit<Given, 'commandId'> & { readonly path: string }
type Input = Given['input']
type Maker = { readonly name: string; readonly path: string; input(draw: Drawing): Input | undefined }

/** What a command is drawn from: what the person sees, and what the person remembers. */
type Drawing = {
  readonly chance: Chance
  readonly view: SpaceState
  readonly memory: Memory
  readonly threadId: string | undefined
  readonly taskId: string | undefined
  readonly columnId: string | undefined
  readonly documentId: string | undefined
}

/** Ids that no snapshot shows: messages, and tasks that were deleted. */
export type Memory = { readonly messages: { threadId: string; messageId: string }[]; readonly deleted: string[] }

const words = ['Answer', 'Budget', 'Call', 'Draft', 'Form', 'Queue', 'Žurba', 'მოწვევა'] as const
const text = (chance: Chance): string => `${chance.pick(words)} ${chance.below(1_000)}`

const id = (key: string, value: string | undefined, more: Input = {}): Input | undefined =>
  value === undefined ? undefined : { [key]: value, ...more }

const makers: readonly Maker[] = [
  {
    name: 'thread.start',
    path: 'threads.start',
    input: ({ chance }) => ({ threadId: chance.id(), title: text(chance), subject: { kind: 'space' } }),
  },
  {
    name: 'thread.rename',
    path: 'threads.rename',
    input: ({ chance, threadId }) => id('threadId', threadId, { title: text(chance) }),
  },
  { name: 'thread.resolve', path: 'threads.resolve', input: ({ threadId }) => id('threadId', threadId) },
  { name: 'thread.reopen', path: 'threads.reopen', input: ({ threadId }) => id('threadId', threadId) },
  { name: 'message.post', path: 'threads.post', input: post },
  { name: 'message.post', path: 'threads.post', input: post },
  {
    name: 'message.edit',
    path: 'threads.edit',
    input: ({ chance, memory }) => said(chance, memory, { body: text(chance) }),
  },
  { name: 'message.delete', path: 'threads.delete', input: ({ chance, memory }) => said(chance, memory, {}) },
  {
    name: 'column.add',
    path: 'boards.addColumn',
    input: ({ chance }) => ({ columnId: chance.id(), ...column(chance) }),
  },
  {
    name: 'column.change',
    path: 'boards.changeColumn',
    input: ({ chance, columnId }) => id('columnId', columnId, column(chance)),
  },
  { name: 'column.remove', path: 'boards.removeColumn', input: ({ columnId }) => id('columnId', columnId) },
  { name: 'task.create', path: 'boards.createTask', input: task },
  { name: 'task.create', path: 'boards.createTask', input: task },
  { name: 'task.move', path: 'boards.moveTask', input: move },
  { name: 'task.move', path: 'boards.moveTask', input: move },
  {
    name: 'task.edit',
    path: 'boards.editTask',
    input: ({ chance, taskId }) =>
      id('taskId', taskId, { title: text(chance), dueOn: chance.pick([null, '2026-12-01']) }),
  },
  { name: 'task.delete', path: 'boards.deleteTask', input: remove },
  {
    name: 'task.restore',
    path: 'boards.restoreTask',
    input: ({ chance, memory }) => id('taskId', chance.pickAny(memory.deleted)),
  },
  {
    name: 'document.create',
    path: 'documents.create',
    input: ({ chance }) => ({ documentId: chance.id(), title: text(chance) }),
  },
  {
    name: 'document.rename',
    path: 'documents.rename',
    input: ({ chance, documentId }) => id('documentId', documentId, { title: text(chance) }),
  },
  { name: 'document.archive', path: 'documents.archive', input: ({ documentId }) => id('documentId', documentId) },
  { name: 'document.restore', path: 'documents.restore', input: ({ documentId }) => id('documentId', documentId) },
] as const

const column = (chance: Chance): Input => ({ name: text(chance), category: chance.pick(columnCategories) })

function post({ chance, threadId, memory }: Drawing): Input | undefined {
  if (threadId === undefined) return undefined
  const message = { threadId, messageId: chance.id() }
  memory.messages.push(message)
  return { ...message, body: text(chance), fileIds: [] }
}

function said(chance: Chance, memory: Memory, more: Input): Input | undefined {
  const message = chance.pickAny(memory.messages)
  return message && { ...message, ...more }
}

function task({ chance, columnId }: Drawing): Input | undefined {
  return columnId === undefined ? undefined : { taskId: chance.id(), columnId, title: text(chance) }
}

function move({ chance, view, taskId, columnId }: Drawing): Input | undefined {
  if (taskId === undefined || columnId === undefined) return undefined
  const there = Object.values(view.board.tasks).filter((each) => each.columnId === columnId && each.id !== taskId)
  const afterTaskId = chance.happens(0.4) ? null : (chance.pickAny(there)?.id ?? null)
  return { taskId, columnId, afterTaskId }
}

function remove({ taskId, memory }: Drawing): Input | undefined {
  if (taskId === undefined) return undefined
  memory.deleted.push(taskId)
  return { taskId }
}

/** What a node decides on a space that it remembers, without asking the database. */
const decidedOnMemory = makers.filter(({ name }) => ['message.post', 'task.create', 'task.move'].includes(name))

/** Draws what a person might do in a space now; some of it will be refused. */
export function drawCommand(
  chance: Chance,
  spaceId: string,
  view: SpaceState,
  memory: Memory,
  among: 'all' | 'decidedOnMemory' = 'all',
): Draw | undefined {
  const drawing: Drawing = {
    chance,
    view,
    memory,
    threadId: chance.pickAny(Object.keys(view.threads).toSorted()),
    taskId: chance.pickAny(Object.keys(view.board.tasks).toSorted()),
    columnId: chance.pickAny(Object.keys(view.board.columns).toSorted()),
    documentId: chance.pickAny(Object.keys(view.documents).toSorted()),
  }
  const maker = chance.pickAny(among === 'all' ? makers : decidedOnMemory)
  const input = maker?.input(drawing)
  return maker && input && { spaceId, name: maker.name, path: maker.path, input: { spaceId, ...input } }
}

/** In the person's own space: how far a thread has been read. */
export function drawMarker(chance: Chance, ownSpaceId: string, view: SpaceState): Draw | undefined {
  const thread = chance.pickAny(Object.values(view.threads).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  if (!thread || thread.lastNumber === 0) return undefined
  const input = { spaceId: ownSpaceId, threadId: thread.id, number: 1 + chance.below(thread.lastNumber) }
  return { spaceId: ownSpaceId, name: 'thread.markRead', path: 'threads.markRead', input }
}
