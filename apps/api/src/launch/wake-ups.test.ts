import { randomUUID } from 'node:crypto'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { createKernel, type Kernel } from '../kernel/kernel.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { foreignLog } from './foreign-log.ts'
import { notifier } from './notify-line.ts'
import { hearOthers, nodeName, tellOthers } from './wake-ups.ts'

describe('another process on the same database', () => {
  let hub: TestHub
  let other: Kernel
  let stopTelling: () => void
  let author: string
  let spaceId: string
  const failures: unknown[] = []
  const heard: Envelope[] = []
  /** So many of the next connections are refused, as while the database is away. */
  let refused = 0

  beforeAll(async () => {
    hub = await testHub()
    author = await hub.person('Author')
    spaceId = await hub.space('stage', { [author]: 'editor' })
    other = createKernel({ pool: hub.pool, reads: hub.kernel.reads, onError: (error) => failures.push(error) })
    other.log.subscribe((events) => heard.push(...events))
    stopTelling = tellOthers(
      hub.kernel,
      nodeName(),
      notifier(hub.pool, (error) => failures.push(error)),
    )
  })
  afterAll(async () => {
    stopTelling()
    await hub.close()
  })

  const hearing = () => {
    const pool = {
      connect: async () => {
        if (refused === 0) return hub.pool.connect()
        refused -= 1
        throw new Error('refused')
      },
    } as Pool
    const onError = (error: unknown) => failures.push(error)
    // What is heard here was told: nobody looks for it meanwhile.
    return hearOthers({ pool, kernel: other, node: nodeName(), onError, checkEvery: 600_000 })
  }
  /** Writes now, and says whether anything of what was written since has been heard. */
  const isHeard = async () => {
    const input = { spaceId, threadId: randomUUID(), title: 'Heard', subject: { kind: 'space' as const } }
    await hub.run(startThread, author, input)
    return heard.length > 0
  }

  it('is heard, again when the line broke and could not be opened at the first try', async () => {
    const others = await hearing()
    await expect.poll(isHeard).toBe(true)
    refused = 1
    await hub.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen kolo_log'`,
    )
    await expect.poll(() => failures.map(String), { timeout: 30_000 }).toContain('Error: refused')
    failures.length = 0
    heard.length = 0
    await expect.poll(isHeard, { timeout: 30_000 }).toBe(true)
    others.stop()
  })

  /** As many events as one command would write, past the kernel: nobody is told. */
  const writeSilently = async (count: number): Promise<number> => {
    const { rows } = await hub.pool.query<{ head: number }>('select head from space where id = $1', [spaceId])
    const head = rows[0]!.head
    await hub.pool.query(
      `with moved as (update space set head = head + $3 where id = $1)
       insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
       select $1, $4 + step, 'thread.resolved', 1, $2, gen_random_uuid(), now(), '{}', '', ''
       from generate_series(1, $3) step`,
      [spaceId, author, count, head],
    )
    return head
  }

  it('is heard once, however often it tells, and in full, however much it wrote', async () => {
    const others = await hearing()
    heard.length = 0
    const count = 2_500
    const after = await writeSilently(count)
    const tell = notifier(hub.pool, (error) => failures.push(error))
    for (let time = 0; time < 5; time += 1) tell({ node: nodeName(), spaceId, after })
    await expect.poll(() => heard.length, { timeout: 30_000 }).toBe(count)
    tell({ node: nodeName(), spaceId, after })
    // Behind this one all of the above has been heard.
    heard.length = 0
    await expect.poll(isHeard, { timeout: 30_000 }).toBe(true)
    expect(heard.every(({ seq }) => seq > after + count)).toBe(true)
    expect(failures).toEqual([])
    others.stop()
  })

  it('is told where a command came across it, and not again when it is heard', async () => {
    const others = await hearing()
    heard.length = 0
    const after = await writeSilently(2)
    const events = await hub.eventsAfter(spaceId, after)
    // Behind a gap it is left to be read.
    other.log.publishFound(events.slice(1))
    expect(heard).toEqual([])
    other.log.publishFound(events)
    expect(heard.map(({ seq }) => seq)).toEqual([after + 1, after + 2])
    notifier(hub.pool, (error) => failures.push(error))({ node: nodeName(), spaceId, after })
    await expect.poll(isHeard, { timeout: 30_000 }).toBe(true)
    expect(heard.filter(({ seq }) => seq <= after + 2)).toHaveLength(2)
    expect(failures).toEqual([])
    others.stop()
  })

  it('is told without being read where its events come with the hint, and read where one is missing', async () => {
    const log = await foreignLog(other, (error) => failures.push(error))
    heard.length = 0
    const after = await writeSilently(4)
    const events = await hub.eventsAfter(spaceId, after)
    log.heard(spaceId, after, events.slice(0, 2))
    expect(heard.map(({ seq }) => seq)).toEqual([after + 1, after + 2])
    // Without the one in between they lead nowhere.
    log.heard(spaceId, after + 2, [events[1]!, events[3]!])
    expect(heard).toHaveLength(2)
    // Doubled, and late.
    log.heard(spaceId, after, events.slice(0, 2))
    log.heard(spaceId, after + 3, events.slice(3))
    await expect.poll(() => heard.map(({ seq }) => seq)).toEqual([after + 1, after + 2, after + 3, after + 4])
    log.stop()
  })

  it('is found by looking where it told nothing', async () => {
    heard.length = 0
    const others = await hearOthers({
      pool: hub.pool,
      kernel: other,
      node: nodeName(),
      onError: (error) => failures.push(error),
      checkEvery: 20,
    })
    const after = await writeSilently(3)
    await expect.poll(() => heard.map(({ seq }) => seq), { timeout: 30_000 }).toEqual([after + 1, after + 2, after + 3])
    expect(failures).toEqual([])
    others.stop()
  })

  it('is left to those who catch up by themselves where it wrote more than 10,000 events unheard; what follows is heard', async () => {
    const others = await hearing()
    heard.length = 0
    const count = 11_000
    const after = await writeSilently(count)
    const tell = notifier(hub.pool, (error) => failures.push(error))
    // As looking would find it: by its end.
    tell({ node: nodeName(), spaceId, after: after + count - 1 })
    await expect.poll(() => heard.at(-1)?.seq, { timeout: 30_000 }).toBe(after + count)
    expect(heard).toHaveLength(10_000)
    expect(heard.every(({ seq }, index) => seq === after + 1_001 + index)).toBe(true)
    heard.length = 0
    await expect.poll(isHeard, { timeout: 30_000 }).toBe(true)
    expect(heard[0]?.seq).toBe(after + count + 1)
    expect(failures).toEqual([])
    others.stop()
  })

  it('may write what it likes on the channel', async () => {
    heard.length = 0
    const others = await hearing()
    for (const payload of ['', 'not json', '{"node":1}', 'null'])
      await hub.pool.query('select pg_notify($1, $2)', ['kolo_log', payload])
    await expect.poll(isHeard).toBe(true)
    expect(failures).toEqual([])
    others.stop()
  })
})
