import { randomUUID } from 'node:crypto'
import { createReplica, createSyncClient, type Fetcher, type Wire, type WireHandlers } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { postMessage } from '../threads/commands/post-message.ts'
import { startThread } from '../threads/commands/start-thread.ts'
import { spaceEvents } from './spaces.queries.ts'

const soon = { timeout: 30_000 }
const bound = 2 * 1024 * 1024

describe('catching up with large events', () => {
  let hub: TestHub
  let member: string
  let spaceId: string
  let threadId: string
  beforeAll(async () => {
    hub = await testHub()
    member = await hub.person()
    spaceId = await hub.space('stage', { [member]: 'editor' })
    threadId = randomUUID()
    await hub.run(startThread, member, { spaceId, threadId, title: 'Long', subject: { kind: 'space' } })
  })
  afterAll(() => hub.close())

  const post = (body: string) =>
    hub.run(postMessage, member, { spaceId, threadId, messageId: randomUUID(), body, fileIds: [] })
  const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

  it('[SYN12] [SYN7] comes in answers of two megabytes each, and the replica equals the fold', async () => {
    const before = await hub.snapshot(spaceId)
    await Promise.all(Array.from({ length: 150 }, () => post('ж'.repeat(10_000))))
    const { epoch, seq: head } = await hub.snapshot(spaceId)
    const sizes: number[] = []
    const fetcher: Fetcher = {
      snapshot: async () => before,
      async eventsAfter(_space, _epoch, after) {
        const answer = await hub.ask(spaceEvents, member, { spaceId, epoch, after })
        sizes.push(bytesOf(answer))
        return answer
      },
      call: async () => ({ status: 'unknown' }),
    }
    let handlers: WireHandlers | undefined
    const wire: Wire = {
      on: (given) => void (handlers = given),
      subscribe: async () => ({ epoch, heads: { [spaceId]: { seq: head } }, refused: [] }),
      unsubscribe: () => undefined,
      presence: () => undefined,
      commands: async () => undefined,
      close: () => undefined,
    }
    const client = createSyncClient({ personId: member, fetcher, wire, later: () => undefined })
    const { replica } = client.open(spaceId)
    handlers?.connected()
    await expect.poll(() => replica.confirmed()?.seq, soon).toBe(head)
    expect(sizes.length).toBeGreaterThan(1)
    for (const size of sizes) expect(size).toBeLessThan(bound + 200_000)
    const whole = createReplica(spaceId, member)
    whole.reset(before)
    whole.apply(await hub.eventsAfter(spaceId, before.seq))
    expect(replica.confirmed()).toEqual(whole.confirmed())
    client.close()
  })

  it('[SYN12] goes on behind what is larger alone', async () => {
    const { epoch, seq: after } = await hub.snapshot(spaceId)
    await post('small')
    await hub.pool.query(
      `update event set payload = payload || jsonb_build_object('body', repeat('x', $3)) where space_id = $1 and seq = $2`,
      [spaceId, after + 1, bound + 1],
    )
    await post('behind')
    const ask = async (seq: number) => {
      const answer = await hub.ask(spaceEvents, member, { spaceId, epoch, after: seq })
      return answer.kind === 'events' ? answer.events.map((event) => event.seq) : answer.kind
    }
    expect(await ask(after)).toEqual([after + 1])
    expect(await ask(after + 1)).toEqual([after + 2])
    expect(await ask(after + 2)).toEqual([])
  })
})
