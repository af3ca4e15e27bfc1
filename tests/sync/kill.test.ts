import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../browser/server.ts'
import { insist, signIn, type SignedInPerson } from '../people/person.ts'

const rounds = 20
const writers = 4

/** Row A1 of the quality list: what was acknowledged survives SIGKILL, exactly once. */
describe('SIGKILL under load', () => {
  let server: TestServer
  let coordinator: SignedInPerson
  let partner: SignedInPerson
  let spaceId: string
  let columnId: string

  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'fatal' } })
    coordinator = await signIn(server.url, 'coordinator@demo.kolo.test')
    partner = await signIn(server.url, 'partner-serbia@demo.kolo.test')
    const spaces = await coordinator.api.spaces.mine.query({})
    spaceId = spaces.find((space) => space.kind === 'stage')!.id
    const { parts } = await coordinator.api.spaces.snapshot.query({ spaceId })
    columnId = Object.keys(parts.board.columns)[0]!
  })
  afterAll(() => server.stop())

  it(`[SYN26] loses and doubles nothing that was acknowledged in ${rounds} rounds`, { timeout: 240_000 }, async () => {
    const threadId = randomUUID()
    await coordinator.api.threads.start.mutate({
      commandId: randomUUID(),
      input: { spaceId, threadId, title: 'Under load', subject: { kind: 'space' } },
    })
    const messages: string[] = []
    const tasks: string[] = []
    let over = false

    const write = async (person: SignedInPerson, index: number): Promise<void> => {
      for (let count = 0; !over; count += 1) {
        const id = randomUUID()
        if ((count + index) % 3 === 0) {
          const input = { spaceId, taskId: id, columnId, title: `Task ${id}` }
          if (
            await insist(
              (commandId) => person.api.boards.createTask.mutate({ commandId, input }),
              () => over,
            )
          )
            tasks.push(id)
        } else {
          const input = { spaceId, threadId, messageId: id, body: `Message ${id}`, fileIds: [] }
          if (
            await insist(
              (commandId) => person.api.threads.post.mutate({ commandId, input }),
              () => over,
            )
          )
            messages.push(id)
        }
      }
    }
    const writing = Array.from({ length: writers }, (_, index) => write(index % 2 === 0 ? coordinator : partner, index))
    for (let round = 0; round < rounds; round += 1) {
      // Each round lets some writes through, then kills in the middle of others.
      const before = messages.length + tasks.length
      while (messages.length + tasks.length < before + 10 + round) await pause(2)
      await server.kill()
      await server.restart()
    }
    over = true
    await Promise.all(writing)

    const { parts } = await coordinator.api.spaces.snapshot.query({ spaceId })
    const stored: string[] = []
    for (let before: number | undefined; ;) {
      const page = await coordinator.api.threads.messages.query({ threadId, limit: 200, ...(before ? { before } : {}) })
      stored.push(...page.messages.map((message) => message.id))
      before = page.messages[0]?.number
      if (page.messages.length < 200) break
    }
    expect(messages.length).toBeGreaterThan(rounds)
    expect(messages.filter((id) => !stored.includes(id))).toEqual([])
    expect(new Set(stored).size).toBe(stored.length)
    expect(parts.threads[threadId]?.lastNumber).toBe(stored.length)
    expect(tasks.filter((id) => !(id in parts.board.tasks))).toEqual([])
    const titles = Object.values(parts.board.tasks).map((task) => task.title)
    expect(tasks.filter((id) => titles.filter((title) => title === `Task ${id}`).length !== 1)).toEqual([])
  })

  it('[SYN26] refuses a second server on the same data', async () => {
    const second = startServer({ dataDir: server.dataDir, env: { LOG_LEVEL: 'fatal' } })
    await expect(second).rejects.toThrow('Another Kolo server is already running on this data.')
    // Connections from before the kills are still in fetch's pool: ask until one is fresh.
    await expect
      .poll(() =>
        fetch(`${server.url}/readyz`).then(
          (answer) => answer.status,
          () => 0,
        ),
      )
      .toBe(200)
  })
})
