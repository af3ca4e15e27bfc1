import { randomUUID } from 'node:crypto'
import { emptySpace, foldSpace } from '@kolo/domain/events/parts'
import { contentSchema, emptyContent } from '@kolo/domain/reports/report-content'
import { reportOpened, reportSubmitted } from '@kolo/domain/reports/reports.events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { partLoaders } from '../features/parts.ts'
import { addColumn } from '../features/boards/commands/arrange-columns.ts'
import { createTask } from '../features/boards/commands/create-task.ts'
import { spaceSnapshot } from '../features/spaces/spaces.queries.ts'
import { postMessage } from '../features/threads/commands/post-message.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { expectSound, hearStatements, turning, writing } from './busy-spaces.fixture.ts'
import { createKernel, type Kernel } from './kernel.ts'

describe('busy spaces to which another process writes as well', () => {
  let hub: TestHub
  let other: Kernel
  let author: string
  let reader: string
  let spaceId: string
  let threadId: string
  let hear: (statement: string) => void = () => undefined

  beforeAll(async () => {
    hub = await testHub()
    const { pool, kernel } = hub
    other = createKernel({ pool, reads: kernel.reads, loaders: partLoaders, onError: () => expect.unreachable() })
    hearStatements(pool, (statement) => hear(statement))
    author = await hub.person('Author')
    reader = await hub.person('Reader')
  })
  afterAll(() => hub.close())
  beforeEach(async () => {
    spaceId = await hub.space('stage', { [author]: 'editor' })
    threadId = randomUUID()
    await hub.run(startThread, author, { spaceId, threadId, title: 'Thread', subject: { kind: 'space' } })
    for (let count = 0; count < 5; count += 1) await post()
  })

  const post = (personId = author, by: Kernel = hub.kernel) =>
    by.execute(postMessage, {
      sender: { personId },
      commandId: randomUUID(),
      input: { spaceId, threadId, messageId: randomUUID(), body: 'Words', fileIds: [] },
    })
  const sound = () => expectSound(hub, { spaceId, threadId })

  /** What the other has written is heard of. */
  const heard = async (by: Kernel, after: number) => by.log.publishForeign(await hub.eventsAfter(spaceId, after))
  const headNow = async () => (await hub.eventsAfter(spaceId, 0)).length
  const counted = async (which: RegExp, work: () => Promise<unknown>) => {
    let count = 0
    hear = (statement) => (count += which.test(statement) ? 1 : 0)
    await work()
    hear = () => undefined
    return count
  }
  const tablesRead = (work: () => Promise<unknown>) => counted(/^select .* from "thread"/, work)
  const askedFirst = (work: () => Promise<unknown>) => counted(/from command_result/, work)

  it('are caught up under the lock: however many commands come together, no table is read', async () => {
    await post(author, other)
    await post(author, other)
    const together = () => Promise.all(Array.from({ length: 30 }, () => post()))
    expect(await tablesRead(together)).toBe(0)
    await sound()
  })

  it('go on with what is heard of others, and nothing is asked', async () => {
    for (let count = 0; count < 3; count += 1) {
      const head = await headNow()
      await post(author, other)
      await heard(hub.kernel, head)
      expect(await askedFirst(() => post())).toBe(0)
      // What it knows already tells it nothing.
      await heard(hub.kernel, head)
      await post()
      await heard(other, head + 1)
    }
    await sound()
  })

  it('are asked first where others write at the same time, and no longer once they have stopped', async () => {
    const rolledBack = () => counted(/^rollback/, () => post())
    await post(author, other)
    expect(await rolledBack()).toBe(1)
    await post(author, other)
    expect(await rolledBack()).toBe(0)
    const asked: number[] = []
    for (let count = 0; count < 9; count += 1) asked.push(await askedFirst(() => post()))
    expect(asked).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0])
    await sound()
  })

  it('are caught up too where nothing but the log itself tells that it has gone on', async () => {
    const columnId = randomUUID()
    await hub.run(addColumn, author, { spaceId, columnId, name: 'To do', category: 'todo' })
    await post(author, other)
    const task = { spaceId, taskId: randomUUID(), columnId, title: 'Task' }
    const read = () => counted(/^select .* from "(?:task|board_column)"/, () => hub.run(createTask, author, task))
    expect(await read()).toBe(0)
    await sound()
  })

  it('are asked first where a part of what others wrote is heard', async () => {
    const head = await headNow()
    await post(author, other)
    await post(author, other)
    await heard(hub.kernel, head + 1)
    expect(await counted(/^rollback/, () => post())).toBe(0)
    await sound()
  })

  it('are decided on the tables where words were taken out of what is heard', async () => {
    const head = await headNow()
    await post(author, other)
    const [event] = await hub.eventsAfter(spaceId, head)
    hub.kernel.log.publishForeign([{ ...event!, payload: { ...event!.payload, body: '' } }])
    expect(await tablesRead(() => post())).toBe(1)
    await sound()
  })

  it('tell what a command came across before what it did', async () => {
    const told: number[] = []
    const listen = (events: readonly { readonly seq: number }[]) => void told.push(...events.map(({ seq }) => seq))
    const stops = [hub.kernel.log.subscribe(listen, 'found'), hub.kernel.log.subscribe(listen, 'own')]
    const head = await headNow()
    await post(author, other)
    await post(author, other)
    await post()
    for (const stop of stops) stop()
    expect(told).toEqual([head + 1, head + 2, head + 3])
  })

  it('take in once what is heard while it is being asked for', async () => {
    const reportId = randomUUID()
    const period = { periodStart: '2026-10-01', periodEnd: '2026-10-31', dueOn: '2026-11-10' }
    const of = { rolloutId: randomUUID(), title: 'Report', rolloutSpaceId: spaceId, municipalitySpaceId: randomUUID() }
    await hub.run(writing(reportOpened.of({ reportId, ...of, ...period, indicators: [] })), author, { spaceId })
    await post(author, other)
    await post()
    const head = await headNow()
    const handedIn = {
      reportId,
      title: 'Report',
      submissionId: randomUUID(),
      number: 1,
      content: contentSchema.parse(emptyContent),
    }
    const submitted = writing(reportSubmitted.of({ ...handedIn, sha256: 'a'.repeat(64) }))
    await other.execute(submitted, { sender: { personId: author }, commandId: randomUUID(), input: { spaceId } })
    const news = await hub.eventsAfter(spaceId, head)
    hear = (statement) => {
      if (statement.includes('missed')) hub.kernel.log.publishForeign(news)
    }
    await post()
    const { parts } = await hub.kernel.ask(spaceSnapshot, author, { spaceId })
    const folded = (await hub.eventsAfter(spaceId, 0)).reduce(foldSpace, emptySpace)
    expect(folded.reports[reportId]?.submissions).toHaveLength(1)
    expect(parts.reports).toEqual(folded.reports)
    expect(parts.threads).toEqual(folded.threads)
  })

  it('are caught up where nothing was heard: the number was taken', async () => {
    await post(author, other)
    expect(await tablesRead(() => post())).toBe(0)
    await sound()
  })

  it('see who was let in and who was turned out by it', async () => {
    const head = await headNow()
    const by = (personId: string) => ({ sender: { personId }, commandId: randomUUID(), input: { spaceId } })
    await other.execute(turning(false), by(reader))
    await heard(hub.kernel, head)
    expect((await post(reader)).status).toBe('committed')
    await other.execute(turning(true), by(author))
    await heard(hub.kernel, head + 2)
    await expect(post()).rejects.toMatchObject({ code: 'notFound' })
    await sound()
  })

  it('are forgotten where too much was missed to be read at once', async () => {
    const head = await headNow()
    const said = (body: string) => ({ spaceId, threadId, messageId: randomUUID(), body, fileIds: [] })
    // Said at random, since what repeats itself is stored in less.
    const long = () => Array.from({ length: 277 }, () => randomUUID()).join('')
    for (let count = 0; count < 450; count += 1) {
      const request = { sender: { personId: author }, commandId: randomUUID() }
      await other.execute(postMessage, { ...request, input: said(long()) })
    }
    await heard(hub.kernel, head + 1)
    expect(await tablesRead(() => post())).toBe(1)
    await sound()
  })

  it('are forgotten where the log is not the one that is remembered', async () => {
    const head = await headNow()
    await post(author, other)
    await hub.pool.query(`update event set hash = 'another' where space_id = $1 and seq = $2`, [spaceId, head])
    expect(await tablesRead(() => post())).toBe(1)
  })

  it('keep one order and lose nothing while both write and hear of each other, late and early', async () => {
    const [ours, theirs] = [hub.kernel, other]
    const stops = [
      ours.log.subscribe((events) => setImmediate(() => theirs.log.publishForeign(events)), 'own'),
      theirs.log.subscribe((events) => ours.log.publishForeign(events), 'own'),
    ]
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 10 }, (_, index) => post(author, index % 2 === 0 ? ours : theirs)))
    }
    for (const stop of stops) stop()
    await sound()
  })
})
