import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { expect, it } from 'vitest'
import type { Frame } from './frames.ts'
import { notifier } from './notify-line.ts'

/** A database that answers when the test says so. */
function slowPool() {
  const asked: { readonly payload: string; answer(): void; fail(error: Error): void }[] = []
  const pool = {
    query: (_sql: string, [, payload = '']: string[]) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      asked.push({ payload, answer: () => resolve(), fail: reject })
      return promise
    },
  } as unknown as Pool
  return { pool, asked }
}

it('of frames for others 1,000 wait while the database says nothing; the rest is dropped, and found by looking', async () => {
  const { pool, asked } = slowPool()
  const failures: unknown[] = []
  const send = notifier(pool, (error) => failures.push(error))
  const frame = (after: number): Frame => ({ node: randomUUID(), spaceId: randomUUID(), after })
  for (let after = 0; after < 1_500; after += 1) send(frame(after))
  expect(asked).toHaveLength(1_000)
  expect(asked.at(-1)?.payload).toContain('"after":999')
  asked[0]!.answer()
  asked[1]!.fail(new Error('gone'))
  await expect.poll(() => failures).toHaveLength(1)
  // Two have been answered, well or not: two have room.
  for (let after = 0; after < 5; after += 1) send(frame(after))
  expect(asked).toHaveLength(1_002)
})

it('a frame that NOTIFY doesn’t take isn’t sent, and leaves its room to others', () => {
  const { pool, asked } = slowPool()
  const send = notifier(pool, () => expect.unreachable())
  const people = (count: number): Frame => ({
    node: randomUUID(),
    present: {
      spaceId: randomUUID(),
      people: Array.from({ length: count }, () => ({ personId: randomUUID(), at: 'boards', typing: null })),
    },
  })
  const tooLong = people(500)
  for (let time = 0; time < 1_100; time += 1) send(tooLong)
  expect(asked).toEqual([])
  send(people(50))
  expect(asked).toHaveLength(1)
})
