import type { Answer } from './answer.ts'
import type { OutboxItem } from './outbox-item.ts'
import { uuidv7 } from './uuidv7.ts'

export const committed: Answer = { status: 'committed', at: [] }
export const refused: Answer = { status: 'refused', code: 'notFound', details: {} }
export const unknown: Answer = { status: 'unknown' }

export const commandIn = (spaceId: string) => ({
  commandId: uuidv7(),
  spaceId,
  name: 'thread.start',
  path: 'threads.start',
  input: {},
  at: '2026-11-23T08:00:00.000Z',
})

/** A line that takes one at a time. */
export const oneByOne =
  (call: (item: OutboxItem) => Promise<Answer>) =>
  async ([first]: readonly OutboxItem[]): Promise<Answer[]> =>
    first ? [await call(first)] : []

/** A server whose answers the test gives one by one, in whatever order. */
export function manualServer() {
  const calls: { item: OutboxItem; answer: (answer: Answer) => void }[] = []
  const call = oneByOne((item) => new Promise<Answer>((resolve) => calls.push({ item, answer: resolve })))
  return { calls, call }
}
export const quiet = () => new Promise((resolve) => setImmediate(resolve))
