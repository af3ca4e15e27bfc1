import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../testing/hub.ts'
import type { Frame, Hearing } from './frames.ts'
import { notifyLine } from './notify-line.ts'

const soon = { timeout: 30_000 }

/** Nothing more comes through to this end, and nobody is told. */
function fallSilent(client: PoolClient): void {
  const { connection } = client as unknown as { readonly connection: { readonly stream: { pause(): void } } }
  connection.stream.pause()
}

describe('the line of the database', () => {
  let hub: TestHub
  let pool: Pool
  const opened: PoolClient[] = []
  const failures: string[] = []
  const frames: Frame[] = []
  let backs = 0
  const hearing: Hearing = {
    frame: (frame) => frames.push(frame),
    back: () => (backs += 1),
    error: (error) => failures.push(String(error)),
  }
  beforeAll(async () => {
    hub = await testHub()
    const connect = async (): Promise<PoolClient> => {
      const client = await hub.pool.connect()
      opened.push(client)
      return client
    }
    pool = { connect, query: hub.pool.query.bind(hub.pool) } as unknown as Pool
  })
  beforeEach(() => {
    for (const list of [opened, failures, frames]) list.length = 0
    backs = 0
  })
  afterAll(() => hub.close())

  it('[SYN9] is let go and opened anew where it has gone silent without a word', async () => {
    const line = await notifyLine(pool, hearing, 50)
    fallSilent(opened[0]!)
    line.check()
    line.check()
    await expect.poll(() => backs, soon).toBe(2)
    expect(failures).toEqual(['Error: The line said nothing for 50 ms.'])
    const frame = { node: randomUUID(), spaceId: randomUUID(), after: 0 }
    line.send(frame)
    await expect.poll(() => frames, soon).toEqual([frame])
    line.close()
  })

  it('[SYN9] stays where it answers, however often it is asked', async () => {
    const line = await notifyLine(pool, hearing, 60_000)
    for (let time = 0; time < 10; time += 1) line.check()
    // Behind this one all of the above have been answered.
    await opened[0]!.query('select 2')
    const frame = { node: randomUUID(), spaceId: randomUUID(), after: 0 }
    line.send(frame)
    await expect.poll(() => frames, soon).toEqual([frame])
    expect([backs, opened.length, failures]).toEqual([1, 1, []])
    line.close()
    line.check()
  })
})
