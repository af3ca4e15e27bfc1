import { uuidv7 } from '@kolo/sync'
import type { SignedInPerson } from '../people/person.ts'
import type { Client } from './http.ts'

/** What everybody writes. */
export const body = 'I propose four cases per country: two successes, one failure, one of regular practice.'

/** A space with a board that is full of tasks. */
export type FullBoard = {
  readonly spaceId: string
  readonly columnIds: readonly string[]
  readonly taskIds: readonly string[]
}

const [messages, tasks, atOnce] = [1_000, 1_000, 50]

/** Fills the thread that the rows post to: 1,000 messages, times the scale. */
export async function fillThread(
  client: Client,
  { spaceId, threadId }: { readonly spaceId: string; readonly threadId: string },
  scale: number,
): Promise<void> {
  await inBatches(messages * scale, () =>
    client.command('threads.post', { spaceId, threadId, messageId: uuidv7(), body, fileIds: [] }),
  )
}

/** Fills the board of a space: 1,000 tasks, times the scale. */
export async function fillBoard(
  client: Client,
  { api }: SignedInPerson,
  spaceId: string,
  scale: number,
): Promise<FullBoard> {
  const { parts } = await api.spaces.snapshot.query({ spaceId })
  const columnIds = Object.keys(parts.board.columns)
  const taskIds: string[] = []
  // One after the other, as people and imports make them; the floor's, too, stand in a row.
  for (let index = 0; index < tasks * scale; index += 1) {
    const taskId = uuidv7()
    taskIds.push(taskId)
    const columnId = columnIds[index % columnIds.length]
    await client.command('boards.createTask', { spaceId, taskId, columnId, title: `Task number ${index}` })
  }
  return { spaceId, columnIds, taskIds }
}

async function inBatches(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < count; start += atOnce) {
    const size = Math.min(atOnce, count - start)
    await Promise.all(Array.from({ length: size }, (_, index) => work(start + index)))
  }
}
