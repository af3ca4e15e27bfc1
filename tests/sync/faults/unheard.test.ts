import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Acknowledged, expectKept } from '../kept.ts'
import { type Rig, startRig } from '../rig.ts'
import { connectClient, type ConnectedClient } from './connected-client.ts'
import { expectWithin } from './measured.ts'

const deadly = 'Written, and never told'
const rounds = Number(process.env['UNHEARD_ROUNDS'] ?? 1)

/** Row A3 of the quality list: what was committed reaches everybody, although nobody was told of it. */
describe('a commit that nobody hears of', () => {
  let rig: Rig
  let writer: ConnectedClient
  let reader: ConnectedClient
  const acknowledged: Acknowledged[] = []

  beforeAll(async () => {
    rig = await startRig({ KOLO_FAILPOINT: deadly })
    writer = await connectClient(rig.people[0], undefined, 'quickly', ({ sent: { commandId }, reply }) => {
      if (reply?.status === 'committed') acknowledged.push({ commandId, at: reply.at })
    })
    reader = await connectClient(rig.people[1])
    for (const { client } of [writer, reader])
      await vi.waitUntil(() => client.open(rig.spaceId).status() === 'ready' && client.connection() === 'live')
  })
  afterAll(async () => {
    writer.close()
    reader.close()
    await rig.stop()
  })

  const start = (title: string) => {
    const threadId = randomUUID()
    const { spaceId } = rig
    const input = { spaceId, threadId, title, subject: { kind: 'space' } }
    const answer = writer.client.send({ spaceId, name: 'thread.start', path: 'threads.start', input })
    return { threadId, answer }
  }
  const sees = (threadId: string) => () =>
    threadId in (reader.client.open(rig.spaceId).replica.confirmed()?.parts.threads ?? {})

  /** When the reader is connected again, and when it sees the thread; by its own events. */
  const returnOfReader = (threadId: string): Promise<{ readonly live: number; readonly seen: number }> => {
    const { client } = reader
    const { replica } = client.open(rig.spaceId)
    return new Promise((resolve) => {
      let live: number | undefined
      const look = (): void => {
        if (client.connection() === 'live') live ??= performance.now()
        if (live === undefined || !sees(threadId)()) return
        stopHearing()
        stopWatching()
        resolve({ live, seen: performance.now() })
      }
      const [stopHearing, stopWatching] = [client.subscribe(look), replica.subscribe(look)]
    })
  }

  it('[SYN3] [SYN18] [SYN26] is there for everybody when the server was killed right behind it', async () => {
    const toHead: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const { threadId, answer } = start(deadly)
      await expect.poll(() => reader.client.connection(), { timeout: 30_000 }).not.toBe('live')
      expect(sees(threadId)(), 'nobody was told').toBe(false)
      const returned = returnOfReader(threadId)
      await rig.server.restart()
      // The writer asks again with the same id, and is told the place that the log gave it then.
      expect((await answer).status).toBe('committed')
      const { live, seen } = await returned
      toHead.push(seen - live)
    }
    expect(acknowledged).toHaveLength(rounds)
    await expectKept(rig, [rig.spaceId], acknowledged)
    expectWithin('HEAD_WITHIN', 'connected again → at head', toHead)
  })

  it('[SYN9] is noticed without new traffic when the last frame was lost', async () => {
    reader.loseEvents()
    const { threadId, answer } = start('The last for today')
    expect((await answer).status).toBe('committed')
    await expect.poll(sees(threadId), { timeout: 20_000 }).toBe(true)
  })
})
