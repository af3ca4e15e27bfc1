import { randomUUID } from 'node:crypto'
import { createPool } from '@kolo/database'
import type { StoredFile } from '@kolo/domain/files/files'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postMessage } from '../features/threads/commands/post-message.ts'
import { resolveThread } from '../features/threads/commands/resolve-thread.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { partLoaders } from '../features/parts.ts'
import { spaceSnapshot } from '../features/spaces/spaces.queries.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { expectSound, hearStatements, openingAnother, turning } from './busy-spaces.fixture.ts'
import { createKernel, type Kernel } from './kernel.ts'

describe('busy spaces', () => {
  let hub: TestHub
  let other: Kernel
  let author: string
  let reader: string
  let spaceId: string
  let threadId: string
  let lookUps = 0
  let impatient: Pool
  let hear: (statement: string) => void = () => undefined

  beforeAll(async () => {
    hub = await testHub()
    other = kernelOn(hub.pool)
    impatient = createPool({ ...hub.pool.options, lock_timeout: 300 }, { onError: () => undefined })
    listenTo(hub.pool)
    listenTo(impatient)
    author = await hub.person('Author')
    reader = await hub.person('Reader')
  })
  afterAll(async () => {
    await impatient.end()
    await hub.close()
  })
  beforeEach(async () => {
    hear = () => undefined
    await begin()
    for (let count = 0; count < 5; count += 1) await post()
  })

  /** A space with a thread; both are what follows is about. */
  const begin = async () => {
    spaceId = await hub.space('stage', { [author]: 'editor' })
    threadId = randomUUID()
    await hub.run(startThread, author, { spaceId, threadId, title: 'Thread', subject: { kind: 'space' } })
  }
  const kernelOn = (pool: Pool, loaders = partLoaders): Kernel =>
    createKernel({ pool, reads: hub.kernel.reads, loaders, onError: () => expect.unreachable() })

  /** Every transaction that asks the database first asks for the answers that were given before. */
  const listenTo = (pool: Pool): void =>
    hearStatements(pool, (statement) => {
      if (statement.includes('from command_result')) lookUps += 1
      hear(statement)
    })
  const request = (personId: string, commandId: string = randomUUID(), messageId: string = randomUUID()) => ({
    sender: { personId },
    commandId,
    input: { spaceId, threadId, messageId, body: 'Words', fileIds: [] },
  })
  const post = (personId = author, by: Kernel = hub.kernel) => by.execute(postMessage, request(personId))
  const askedFor = async (work: () => Promise<unknown>): Promise<number> => {
    const before = lookUps
    await work()
    return lookUps - before
  }
  const sound = () => expectSound(hub, { spaceId, threadId })

  it('are decided on what is remembered, alone and together, and nothing is asked first', async () => {
    expect(await askedFor(() => post())).toBe(0)
    expect(await askedFor(() => Promise.all(Array.from({ length: 30 }, () => post())))).toBe(0)
    await sound()
  })

  it('take one statement for a command, and few for many', async () => {
    const statements: string[] = []
    hear = (statement) => statements.push(statement)
    await post()
    expect(statements).toEqual([expect.stringMatching(/^with written_0 as \(insert into "message"/)])
    const [, ...together] = Array.from({ length: 33 }, () => post())
    await Promise.all(together)
    // The first was alone; then thirty-two messages in one statement, and the thread's end once.
    expect(statements.slice(2).map((text) => text.trim().split(/[ \n]/, 3).join(' '))).toEqual([
      'begin',
      'select id, head,',
      'insert into "message"',
      'update "thread" set',
      'with appended as',
      'commit',
    ])
    hear = () => undefined
    await sound()
  })

  it('stay remembered however much passes through them and leaves little', async () => {
    const long = { body: 'Words '.repeat(1_600) }
    const say = () => {
      const { input, ...asked } = request(author)
      return hub.kernel.execute(postMessage, { ...asked, input: { ...input, ...long } })
    }
    // Together more than what a space may take.
    expect(await askedFor(() => Promise.all(Array.from({ length: 450 }, say)))).toBe(0)
    expect(await askedFor(() => post())).toBe(0)
    await sound()
  })

  it('are remembered also where they are only opened, once others’ events were told there', async () => {
    let loads = 0
    const open = async (): Promise<number> => {
      const before = loads
      const opened = await other.ask(spaceSnapshot, author, { spaceId })
      expect(opened).toEqual(await hub.snapshot(spaceId))
      return loads - before
    }
    // Only what the other process asks is counted.
    const { pool } = hub
    const reading = createPool(pool.options, { onError: () => undefined })
    other = createKernel({
      pool: reading,
      reads: hub.kernel.reads,
      loaders: partLoaders,
      onError: () => expect.unreachable(),
    })
    hearStatements(reading, (statement) => {
      if (statement.includes('from "thread"')) loads += 1
    })
    const tell = async (count: number): Promise<void> => {
      for (const event of (await hub.eventsAfter(spaceId, 0)).slice(-count)) other.log.publishForeign([event])
    }
    expect([await open(), await open()]).toEqual([1, 1])
    await tell(4)
    expect([await open(), await open()]).toEqual([1, 0])
    await post()
    await tell(1)
    expect(await open()).toBe(0)
    // What nobody told is found out, and remembered from then on.
    await post()
    expect([await open(), await open()]).toEqual([1, 0])
    await reading.end()
    other = kernelOn(pool)
  })

  it('are asked for again once another process has written, and everything stays in one order', async () => {
    await post(author, other)
    expect(await askedFor(() => post())).toBe(1)
    const both = Array.from({ length: 40 }, (_, index) => post(author, index % 2 === 0 ? hub.kernel : other))
    expect((await Promise.allSettled(both)).every(({ status }) => status === 'fulfilled')).toBe(true)
    await sound()
  })

  it('follow what is written in between, whether or not browsers foresee it', async () => {
    await hub.run(resolveThread, author, { spaceId, threadId })
    expect(await askedFor(() => post())).toBe(0)
    await hub.run(turning(true), author, { spaceId })
    await expect(post()).rejects.toMatchObject({ code: 'notFound' })
    await hub.run(turning(false), reader, { spaceId })
    expect((await post(reader)).status).toBe('committed')
    await sound()
  })

  it('hold nothing of another space that a command on them opens', async () => {
    const spaceOf = async () => (await hub.kernel.ask(spaceSnapshot, author, { spaceId })).parts.space
    const before = await spaceOf()
    expect(await askedFor(() => hub.run(openingAnother(randomUUID()), author, { spaceId }))).toBe(0)
    expect(await spaceOf()).toMatchObject({ kind: before.kind, title: before.title })
  })

  it('refuse nothing for what is remembered alone', async () => {
    await expect(post(reader)).rejects.toMatchObject({ code: 'notFound' })
    // Nor is it forgotten for that.
    expect(await askedFor(() => post())).toBe(0)
    // As if what is remembered were wrong.
    await hub.db
      .insertInto('space_member')
      .values({ space_id: spaceId, person_id: reader, role: 'editor', via: 'behind the log' })
      .execute()
    expect((await post(reader)).status).toBe('committed')
  })

  it('refuse whoever is not in them as spaces do that there are not: with the same questions to the database', async () => {
    const asked: string[][] = []
    for (const closed of [spaceId, randomUUID()]) {
      const statements: string[] = []
      hear = (statement) => statements.push(statement)
      await expect(hub.run(postMessage, reader, { ...request(reader).input, spaceId: closed })).rejects.toMatchObject({
        code: 'notFound',
        details: {},
      })
      asked.push(statements)
    }
    expect(asked[0]).toEqual(asked[1])
    expect(asked[0]?.length).toBeGreaterThan(3)
  })

  it('wait for a lock once, and say then that it may be tried again', async () => {
    const kernel = kernelOn(impatient)
    for (let count = 0; count < 6; count += 1) await post(author, kernel)
    const holder = await hub.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from space where id = $1 for update', [spaceId])
    let locks = 0
    hear = (statement) => (locks += /for update|update space/.test(statement) ? 1 : 0)
    await expect(post(author, kernel)).rejects.toMatchObject({ code: 'unavailable' })
    expect(locks).toBe(1)
    await holder.query('rollback')
    holder.release()
    // Nor is it forgotten for that: nothing of it was committed.
    expect(await askedFor(() => post(author, kernel))).toBe(0)
    await sound()
  })

  it('are taken in again only after a long time where others have taken their room', async () => {
    const tooMany = 9
    const words = 'a'.repeat(4_000_000)
    const files = async () => ({ [randomUUID()]: { name: words } as StoredFile })
    const kernel = kernelOn(hub.pool, { ...partLoaders, files })
    const first = { spaceId, threadId }
    for (let count = 0; count < tooMany; count += 1) {
      if (count > 0) await begin()
      for (let batch = 0; batch < 5; batch += 1) await post(author, kernel)
      expect(await askedFor(() => post(author, kernel))).toBe(0)
    }
    ;({ spaceId, threadId } = first)
    for (let count = 0; count < 6; count += 1) expect(await askedFor(() => post(author, kernel))).toBe(1)
  })

  it('are none whose copies would cost more than asking', async () => {
    const files = Object.fromEntries(Array.from({ length: 1_001 }, () => [randomUUID(), {} as StoredFile]))
    const kernel = kernelOn(hub.pool, { ...partLoaders, files: async () => files })
    for (let count = 0; count < 6; count += 1) await post(author, kernel)
    expect(await askedFor(() => post(author, kernel))).toBe(1)
  })

  it('are shown as remembered for as long as their head stands, as they are afterwards', async () => {
    const titles = async () => {
      const { parts, seq } = await hub.kernel.ask(spaceSnapshot, author, { spaceId })
      return [parts.threads[threadId]?.title, seq]
    }
    const head = (await hub.eventsAfter(spaceId, 0)).length
    expect(await titles()).toEqual(['Thread', head])
    // As if what is remembered were wrong.
    await hub.db.updateTable('thread').set({ title: 'Behind the log' }).where('id', '=', threadId).execute()
    expect(await titles()).toEqual(['Thread', head])
    await post(author, other)
    expect(await titles()).toEqual(['Behind the log', head + 1])
    await expect(hub.kernel.ask(spaceSnapshot, reader, { spaceId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('give the same id the same answer, and no other payload', async () => {
    const [commandId, messageId] = [randomUUID(), randomUUID()]
    const send = (message = messageId) => hub.kernel.execute(postMessage, request(author, commandId, message))
    const first = await send()
    for (let count = 0; count < 6; count += 1) await post()
    expect(await send()).toEqual(first)
    // What comes twice says nothing of others.
    expect(await askedFor(() => post())).toBe(0)
    expect(await Promise.all([send(), post(), send()])).toContainEqual(first)
    await expect(send(randomUUID())).rejects.toMatchObject({ details: { reason: 'commandIdReused' } })
    await sound()
  })

  it('are asked for again where the log was set back, as after a failover: no number is left out', async () => {
    const head = (await hub.eventsAfter(spaceId, 0)).length
    const of = [spaceId, head - 1]
    await hub.pool.query('delete from event where space_id = $1 and seq > $2', of)
    await hub.pool.query(
      'update space set head = $2, head_hash = (select hash from event where space_id = $1 and seq = $2) where id = $1',
      of,
    )
    await hub.pool.query('delete from message where thread_id = $1 and number = $2', [threadId, head - 1])
    await hub.pool.query('update thread set last_number = $2 where id = $1', [threadId, head - 2])
    expect((await post()).at).toEqual([{ spaceId, seq: head }])
    await sound()
  })

  it('are none that nobody has written to: whoever invents spaces costs no more than a refusal', async () => {
    const nowhere = { ...request(author).input, spaceId: randomUUID() }
    for (let count = 0; count < 6; count += 1) {
      await expect(hub.run(postMessage, author, nowhere)).rejects.toMatchObject({ code: 'notFound' })
    }
    expect(hub.failures).toEqual([])
  })

  it('are as they were where a write fails, and nothing of it stays', async () => {
    const taken = request(author)
    await hub.kernel.execute(postMessage, taken)
    await expect(hub.kernel.execute(postMessage, { ...taken, commandId: randomUUID() })).rejects.toMatchObject({
      details: { reason: 'idTaken' },
    })
    expect(await askedFor(() => post())).toBe(0)
    await sound()
  })
})
