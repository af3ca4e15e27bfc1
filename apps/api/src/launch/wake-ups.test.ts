import { randomUUID } from 'node:crypto'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { createKernel, type Kernel } from '../kernel/kernel.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
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
    return hearOthers({ pool, kernel: other, node: nodeName(), onError: (error) => failures.push(error) })
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
