import { randomUUID } from 'node:crypto'
import { columnRemoved } from '@kolo/domain/boards/boards.events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postMessage } from '../features/threads/commands/post-message.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { numberEvents } from './append.ts'
import { hashOf } from './hash.ts'
import { checkChain, checkState } from './verify.ts'
import { partLoaders } from '../features/parts.ts'

describe('the log', () => {
  let hub: TestHub
  let author: string
  let spaceId: string
  let threadId: string

  beforeAll(async () => {
    hub = await testHub()
    author = await hub.person('Author')
  })
  afterAll(() => hub.close())

  const freshSpace = async () => {
    spaceId = await hub.space('stage', { [author]: 'editor' })
    threadId = randomUUID()
    await hub.run(startThread, author, { spaceId, threadId, title: 'Log', subject: { kind: 'space' } })
  }
  const post = (body: string) =>
    hub.run(postMessage, author, { spaceId, threadId, messageId: randomUUID(), body, fileIds: [] })

  it('gives gapless numbers to 64 commands at once, each answered with its own', async () => {
    await freshSpace()
    const answers = await Promise.all(Array.from({ length: 64 }, (_, index) => post(`m${index}`)))
    const numbers = answers.map(({ at }) => at[0]!.seq).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 64 }, (_, index) => index + 2))
    const events = await hub.eventsAfter(spaceId, 0)
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 65 }, (_, index) => index + 1))
    expect(await checkChain(hub.kernel.reads, spaceId)).toEqual({ events: 65, problems: [] })
  })

  it('publishes after the commit, in the order of the log', async () => {
    await freshSpace()
    const heard: number[] = []
    const stop = hub.kernel.log.subscribe((events) => {
      for (const event of events) if (event.spaceId === spaceId) heard.push(event.seq)
    })
    await Promise.all(Array.from({ length: 30 }, (_, index) => post(`m${index}`)))
    stop()
    expect(heard).toEqual(Array.from({ length: 30 }, (_, index) => index + 2))
  })

  it('takes no event into a space that its command had not locked, and says that it may be asked again', () => {
    const [locked, other] = [randomUUID(), randomUUID()]
    const heads = new Map([[locked, { seq: 7, hash: Buffer.alloc(32) }]])
    const of = { defaultSpaceId: locked, actorId: author, commandId: randomUUID(), at: '2026-11-23T10:00:00.000Z' }
    const draft = columnRemoved.of({ columnId: randomUUID() })
    expect(numberEvents(heads, [draft], of).map(({ envelope }) => envelope.seq)).toEqual([8])
    expect(() => numberEvents(heads, [{ ...draft, spaceId: other }], of)).toThrow(
      expect.objectContaining({ code: 'unavailable', details: { reason: 'movedMeanwhile' } }),
    )
    expect(heads.has(other)).toBe(false)
  })

  const tampered: readonly [string, string, RegExp][] = [
    [
      'a payload that was changed',
      `update event set payload = payload || '{"body":"forged"}' where space_id = $1 and seq = 3`,
      /payload of event 3/,
    ],
    [
      'a payload that was changed together with its hash',
      `update event set payload = '{}', payload_hash = '\\x${hashOf({}).toString('hex')}' where space_id = $1 and seq = 3`,
      /chain breaks at event 3/,
    ],
    [
      'another author',
      `update event set actor_id = gen_random_uuid() where space_id = $1 and seq = 2`,
      /chain breaks at event 2/,
    ],
    [
      'another moment',
      `update event set at = at - interval '1 hour' where space_id = $1 and seq = 2`,
      /chain breaks at event 2/,
    ],
    ['an event that is gone', `delete from event where space_id = $1 and seq = 3`, /event 3 is missing/],
    ['a log that was cut off', `delete from event where space_id = $1 and seq = 5`, /the head says 5/],
    ['a head that was turned back', `update space set head = 4 where id = $1`, /the head says 4/],
    ['a head with another hash', `update space set head_hash = '\\x00' where id = $1`, /head’s hash/],
  ]
  it.each(tampered)('finds %s', async (_what, sql, problem) => {
    await freshSpace()
    for (const body of ['one', 'two', 'three', 'four']) await post(body)
    expect((await checkChain(hub.kernel.reads, spaceId)).problems).toEqual([])
    await hub.pool.query(sql, [spaceId])
    expect((await checkChain(hub.kernel.reads, spaceId)).problems.join('\n')).toMatch(problem)
  })

  it('verifies with a payload that was emptied for erasure only by its hash', async () => {
    await freshSpace()
    await post('personal words')
    const { rows } = await hub.pool.query<{ hash: Buffer }>('select hash from event where space_id = $1 order by seq', [
      spaceId,
    ])
    await hub.pool.query(`update event set payload = '{}' where space_id = $1 and seq = 2`, [spaceId])
    const { problems } = await checkChain(hub.kernel.reads, spaceId)
    expect(problems).toEqual(['the payload of event 2 is not what was written'])
    expect(rows).toHaveLength(2)
  })

  it('finds a table that says something else than the events', async () => {
    await freshSpace()
    await post('one')
    await hub.pool.query(
      `insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
      select space_id, 0, 'space.opened', 1, actor_id, command_id, at, '{}', payload_hash, hash from event where space_id = $1 and seq = 1`,
      [spaceId],
    )
    await hub.pool.query(`update thread set title = 'Forged' where id = $1`, [threadId])
    expect(await checkState(hub.kernel.reads, partLoaders, spaceId)).toContain("the events don't rebuild threads")
  })
})
