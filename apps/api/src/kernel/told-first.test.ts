import { randomUUID } from 'node:crypto'
import type { Envelope } from '@kolo/domain/events/envelope'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { partLoaders } from '../features/parts.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { type Head, noHead } from './append.ts'
import { type SpaceMemory, spaceMemory } from './memory.ts'

describe('what is remembered of a space that a command has written to', () => {
  let hub: TestHub
  let author: string
  let spaceId: string
  let memory: SpaceMemory
  let before: Head = noHead
  let now: Head = noHead
  let events: Envelope[] = []

  beforeAll(async () => {
    hub = await testHub()
    author = await hub.person('Author')
  })
  afterAll(() => hub.close())
  beforeEach(async () => {
    spaceId = await hub.space('stage', { [author]: 'editor' })
    const { pool } = hub
    memory = spaceMemory(
      { pool, loaders: partLoaders },
      () => undefined,
      () => expect.unreachable(),
    )
    before = (await write()).head
    for (let count = 0; count < 4; count += 1) committed(noHead, before)
    await memory.consider(spaceId)
    ;({ head: now, events } = await write())
  })

  /** Somebody starts a thread; gives the end of the log and what stands behind the one before. */
  const write = async () => {
    const head = (await hub.eventsAfter(spaceId, 0)).length
    const thread = { spaceId, threadId: randomUUID(), title: 'Thread', subject: { kind: 'space' as const } }
    await hub.run(startThread, author, thread)
    const row = await hub.db.selectFrom('space').select(['head', 'head_hash']).where('id', '=', spaceId).execute()
    return { head: { seq: row[0]!.head, hash: row[0]!.head_hash }, events: await hub.eventsAfter(spaceId, head) }
  }
  const committed = (from: Head, to: Head, written: readonly Envelope[] = []) =>
    memory.committed({
      from: new Map([[spaceId, from]]),
      events: written,
      to: new Map([[spaceId, to]]),
      folded: undefined,
    })
  const remembered = () => memory.of(spaceId)

  it('goes on with it', () => {
    committed(before, now, events)
    expect(remembered()).toMatchObject({ head: now, mayBeBehind: false })
    expect(remembered()?.parts.threads).toHaveProperty(events[0]!.payload.threadId as string)
  })

  it('stays where somebody has told of it before it was answered', () => {
    memory.heard(events)
    committed(before, now, events)
    expect(remembered()).toMatchObject({ head: now, mayBeBehind: false })
  })

  it('is asked about where somebody has told even of what came after it', async () => {
    const next = await write()
    memory.heard([...events, ...next.events])
    committed(before, now, events)
    expect(remembered()).toMatchObject({ head: next.head, mayBeBehind: true })
  })

  it('is asked about where others had written before it', async () => {
    const next = await write()
    committed(now, next.head, next.events)
    expect(remembered()).toMatchObject({ head: before, mayBeBehind: true })
  })

  it('is forgotten where it was another log', () => {
    committed({ ...before, hash: Buffer.from('another') }, now, events)
    expect(remembered()).toBeUndefined()
  })

  it('is forgotten where another log has as many events', () => {
    memory.heard(events)
    committed(before, { ...now, hash: Buffer.from('another') }, events)
    expect(remembered()).toBeUndefined()
  })
})
