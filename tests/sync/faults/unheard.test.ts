import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../../browser/server.ts'
import { signIn, type SignedInPerson } from '../../people/person.ts'
import { connectClient, type ConnectedClient } from './connected-client.ts'

const deadly = 'Written, and never told'

/** Row A3 of the quality list: what was committed reaches everybody, although nobody was told of it. */
describe('a commit that nobody hears of', () => {
  let server: TestServer
  let writing: SignedInPerson
  let writer: ConnectedClient
  let reader: ConnectedClient
  let spaceId: string

  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'fatal', KOLO_FAILPOINT: deadly } })
    writing = await signIn(server.url, 'coordinator@demo.kolo.test')
    spaceId = (await writing.api.spaces.mine.query({})).find(({ kind }) => kind === 'stage')!.id
    writer = await connectClient(writing)
    reader = await connectClient(await signIn(server.url, 'partner-serbia@demo.kolo.test'))
    for (const { client } of [writer, reader])
      await vi.waitUntil(() => client.open(spaceId).status() === 'ready' && client.connection() === 'live')
  })
  afterAll(async () => {
    writer.close()
    reader.close()
    await server.stop()
  })

  const start = (title: string) => {
    const threadId = randomUUID()
    const input = { spaceId, threadId, title, subject: { kind: 'space' } }
    const answer = writer.client.send({ spaceId, name: 'thread.start', path: 'threads.start', input })
    return { threadId, answer }
  }
  const sees = (threadId: string) => () =>
    threadId in (reader.client.open(spaceId).replica.confirmed()?.parts.threads ?? {})

  it('[SYN3] [SYN18] [SYN26] is there for everybody when the server was killed right behind it', async () => {
    const { threadId, answer } = start(deadly)
    await expect.poll(() => reader.client.connection(), { timeout: 30_000 }).not.toBe('live')
    await server.restart()
    // The writer asks again with the same id, and is told the place that the log gave it then.
    const told = await answer
    expect(told.status).toBe('committed')
    await expect.poll(sees(threadId), { timeout: 20_000 }).toBe(true)
    const { epoch } = reader.client.open(spaceId).replica.confirmed()!
    const log = await writing.api.spaces.events.query({ spaceId, epoch, after: 0 })
    const started = log.kind === 'events' ? log.events.filter(({ payload }) => payload['threadId'] === threadId) : []
    expect(started.map(({ seq }) => ({ spaceId, seq }))).toEqual(told.status === 'committed' && told.at)
  })

  it('[SYN9] is noticed without new traffic when the last frame was lost', async () => {
    reader.loseEvents()
    const { threadId, answer } = start('The last for today')
    expect((await answer).status).toBe('committed')
    await expect.poll(sees(threadId), { timeout: 20_000 }).toBe(true)
  })
})
