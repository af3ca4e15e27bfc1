import { randomUUID } from 'node:crypto'
import { TRPCClientError } from '@trpc/client'
import { expect } from 'vitest'
import { insist, type SignedInPerson } from '../people/person.ts'

const writers = 4

/** People who write without a pause, each command until it is answered. */
export type Load = {
  /** How many writes have been acknowledged. */
  acknowledged(): number
  /** The codes of failed calls, `none` where there was no answer at all. */
  readonly failures: ReadonlySet<string>
  /** The longest that a call took, in milliseconds. */
  longest(): number
  /** Stops writing; what is not yet acknowledged stays unknown. */
  end(): Promise<void>
  /** Expects all that was acknowledged to be there, exactly once. */
  expectKept(): Promise<void>
}

/** Puts messages and tasks into a space, side by side, in the name of these people. */
export async function putUnderLoad(people: readonly SignedInPerson[], spaceId: string): Promise<Load> {
  const first = people[0]!
  const threadId = randomUUID()
  const { parts } = await first.api.spaces.snapshot.query({ spaceId })
  const columnId = Object.keys(parts.board.columns)[0]!
  await first.api.threads.start.mutate({
    commandId: randomUUID(),
    input: { spaceId, threadId, title: 'Under load', subject: { kind: 'space' } },
  })
  const messages: string[] = []
  const tasks: string[] = []
  const failures = new Set<string>()
  let longest = 0
  let over = false

  const measured = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    const begin = performance.now()
    try {
      return await call()
    } catch (error) {
      failures.add(codeOf(error))
      throw error
    } finally {
      longest = Math.max(longest, performance.now() - begin)
    }
  }
  const isOver = (): boolean => over
  const write = async ({ api }: SignedInPerson, index: number): Promise<void> => {
    for (let count = 0; !over; count += 1) {
      const id = randomUUID()
      if ((count + index) % 3 === 0) {
        const input = { spaceId, taskId: id, columnId, title: `Task ${id}` }
        const create = (commandId: string) => measured(() => api.boards.createTask.mutate({ commandId, input }))
        if (await insist(create, isOver)) tasks.push(id)
      } else {
        const input = { spaceId, threadId, messageId: id, body: `Message ${id}`, fileIds: [] }
        const post = (commandId: string) => measured(() => api.threads.post.mutate({ commandId, input }))
        if (await insist(post, isOver)) messages.push(id)
      }
    }
  }
  const writing = Array.from({ length: writers }, (_, index) => write(people[index % people.length]!, index))
  return {
    acknowledged: () => messages.length + tasks.length,
    failures,
    longest: () => longest,
    async end() {
      over = true
      await Promise.all(writing)
    },
    async expectKept() {
      const { parts } = await first.api.spaces.snapshot.query({ spaceId })
      const stored = await messagesOf(first, threadId)
      expect(messages.filter((id) => !stored.includes(id))).toEqual([])
      expect(new Set(stored).size).toBe(stored.length)
      expect(parts.threads[threadId]?.lastNumber).toBe(stored.length)
      expect(tasks.filter((id) => !(id in parts.board.tasks))).toEqual([])
      const titles = Object.values(parts.board.tasks).map((task) => task.title)
      expect(tasks.filter((id) => titles.filter((title) => title === `Task ${id}`).length !== 1)).toEqual([])
    },
  }
}

async function messagesOf({ api }: SignedInPerson, threadId: string): Promise<string[]> {
  const stored: string[] = []
  for (let before: number | undefined; ;) {
    const page = await api.threads.messages.query({ threadId, limit: 200, ...(before ? { before } : {}) })
    stored.push(...page.messages.map((message) => message.id))
    before = page.messages[0]?.number
    if (page.messages.length < 200) return stored
  }
}

const codeOf = (error: unknown): string =>
  (error instanceof TRPCClientError && (error.data as { code?: string } | null | undefined)?.code) || 'none'
