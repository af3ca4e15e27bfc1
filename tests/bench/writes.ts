import { randomUUID } from 'node:crypto'
import type { CommandLine } from './command-lines.ts'
import { body } from './fill.ts'
import type { Stage } from './stage.ts'

/** Posts one message as the coordinator, from the first of their pages. */
export const postMessage = (
  stage: Stage,
  messageId: string = randomUUID(),
  by: CommandLine = stage.writer.page(0),
): Promise<void> =>
  by.command('threads.post', {
    spaceId: stage.spaceId,
    threadId: stage.threadId,
    messageId,
    body,
    fileIds: [],
  })

/** The floor's write. */
export async function postNote(stage: Stage, id: string = randomUUID()): Promise<void> {
  const { status, text } = await stage.floor.client.post('/notes', { id, body })
  if (status !== 200) throw new Error(`The floor answered ${status}: ${text}`)
}

let moves = 0

/** Puts a task, each in its turn, to the top of the column beside its own: always another place. */
export function moveTask(
  { board, writer }: Stage,
  commandId?: string,
  by: CommandLine = writer.page(0),
): Promise<void> {
  const [turn, round] = [moves % board.taskIds.length, Math.floor(moves / board.taskIds.length)]
  moves += 1
  const columnId = board.columnIds[(turn + round + 1) % board.columnIds.length]
  const input = { spaceId: board.spaceId, taskId: board.taskIds[turn], columnId, afterTaskId: null }
  return by.command('boards.moveTask', input, commandId)
}
