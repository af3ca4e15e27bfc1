import { randomUUID } from 'node:crypto'
import { defineCommand } from '@kolo/domain/core/command'
import { idSchema } from '@kolo/domain/core/ids'
import { conflict, invalid } from '@kolo/domain/core/errors'
import { inSpace } from '@kolo/domain/events/define-event'
import { memberJoined, memberLeft } from '@kolo/domain/spaces/spaces.events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openSpace } from '../features/spaces/members.ts'
import { postMessage } from '../features/threads/commands/post-message.ts'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { command, ownSpace } from './command.ts'
import { checkChain } from './verify.ts'

const inThread = z.object({ spaceId: idSchema, threadId: idSchema, title: z.string() })

/** Writes what the database refuses as soon as the title says so. */
const careless = command(
  defineCommand('test.careless', inThread, () => []),
  {
    spaces: ownSpace,
    handle: async ({ tx, input, now, actor }) => {
      const kind = input.title === 'spoilt' ? 'nonsense' : 'space'
      tx.write((db) =>
        db.insertInto('thread').values({
          id: input.threadId,
          space_id: kind === 'nonsense' ? randomUUID() : input.spaceId,
          title: input.title,
          subject: JSON.stringify({ kind }),
          started_by: actor.personId,
          started_at: now,
        }),
      )
      return [memberJoined.of({ personId: actor.personId, role: 'editor', via: input.title })]
    },
  },
)

/** Refuses always, with a reason that the input says. */
let refusals = 0
const refusing = command(
  defineCommand('test.refuse', z.object({ spaceId: idSchema }), () => {
    refusals += 1
    throw invalid('emptyMessage')
  }),
  { spaces: ownSpace, handle: async ({ decide }) => decide({}) },
)

/** Opens a space of its own and tells both logs. */
const opening = command(
  defineCommand('test.open', z.object({ spaceId: idSchema, newSpaceId: idSchema }), () => []),
  {
    spaces: ownSpace,
    handle: async ({ tx, input, now }) => [
      openSpace(tx, { id: input.newSpaceId, kind: 'stage', projectId: null, title: 'New', now }),
    ],
  },
)

/** One event in each of two spaces, in the order in which they are named. */
const both = command(
  defineCommand('test.both', z.object({ spaceIds: z.array(idSchema).length(2) }), () => []),
  {
    spaces: (_read, input) => input.spaceIds,
    handle: async ({ input, actor }) =>
      input.spaceIds.map((spaceId) =>
        inSpace(spaceId, memberJoined.of({ personId: actor.personId, role: 'editor', via: randomUUID() })),
      ),
  },
)

/** Its sender leaves the space. */
const leaving = command(
  defineCommand('test.leave', z.object({ spaceId: idSchema }), () => []),
  {
    spaces: ownSpace,
    handle: async ({ tx, input, actor }) => {
      tx.write((db) =>
        db.deleteFrom('space_member').where('space_id', '=', input.spaceId).where('person_id', '=', actor.personId),
      )
      return [memberLeft.of({ personId: actor.personId, role: 'editor', via: 'test' })]
    },
  },
)

describe('running commands', () => {
  let hub: TestHub
  let author: string
  let spaceId: string

  beforeAll(async () => {
    hub = await testHub()
    author = await hub.person('Author')
    spaceId = await hub.space('stage', { [author]: 'editor' })
  })
  afterAll(() => hub.close())

  const head = async (of = spaceId) => (await hub.eventsAfter(of, 0)).length
  const start = (commandId: string = randomUUID(), threadId: string = randomUUID()) =>
    hub.run(startThread, author, { spaceId, threadId, title: 'Thread', subject: { kind: 'space' } }, commandId)

  it('judges by the roles as they are once the commands before have run, in one batch too', async () => {
    const leaver = await hub.person('Leaver')
    const shared = await hub.space('stage', { [author]: 'editor', [leaver]: 'editor' })
    const startBy = (personId: string) =>
      hub.run(startThread, personId, {
        spaceId: shared,
        threadId: randomUUID(),
        title: 'Thread',
        subject: { kind: 'space' },
      })
    // The first runs alone; the others wait for it and are run together.
    const [, before, left, after, other] = await Promise.allSettled([
      startBy(author),
      startBy(leaver),
      hub.run(leaving, leaver, { spaceId: shared }),
      startBy(leaver),
      startBy(author),
    ])
    expect([before.status, left.status, after.status, other.status]).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(after).toMatchObject({ reason: { code: 'notFound' } })
  })

  it('answers the same id with the same answer, however often and however parallel it comes', async () => {
    const [commandId, threadId] = [randomUUID(), randomUUID()]
    const before = await head()
    const answers = await Promise.all(Array.from({ length: 50 }, () => start(commandId, threadId)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await start(commandId, threadId)).toEqual(answers[0])
    expect(await head()).toBe(before + 1)
  })

  it('keeps two people with the same command id apart, and refuses another payload', async () => {
    const other = await hub.person('Other')
    const shared = await hub.space('stage', { [author]: 'editor', [other]: 'editor' })
    const commandId = randomUUID()
    const input = () => ({
      spaceId: shared,
      threadId: randomUUID(),
      title: 'Same id',
      subject: { kind: 'space' as const },
    })
    await hub.run(startThread, author, input(), commandId)
    await hub.run(startThread, other, input(), commandId)
    await expect(hub.run(startThread, author, input(), commandId)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'commandIdReused' },
    })
    expect(await head(shared)).toBe(2)
  })

  it('records a refusal: the decision is asked once, the answer stays, no number is taken', async () => {
    const commandId = randomUUID()
    const before = await head()
    const asked = refusals
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(hub.run(refusing, author, { spaceId }, commandId)).rejects.toMatchObject({
        code: 'invalid',
        details: { reason: 'emptyMessage' },
      })
    }
    expect(refusals).toBe(asked + 1)
    expect(await head()).toBe(before)
  })

  it('rolls a spoilt batch back and runs its commands one by one: no neighbour is harmed', async () => {
    const before = await head()
    const titles = Array.from({ length: 20 }, (_, index) => (index === 9 ? 'spoilt' : `t${index}`))
    const answers = await Promise.allSettled(
      titles.map((title) => hub.run(careless, author, { spaceId, threadId: randomUUID(), title })),
    )
    expect(answers.flatMap(({ status }, index) => (status === 'rejected' ? [titles[index]] : []))).toEqual(['spoilt'])
    const { rows } = await hub.pool.query('select 1 from thread where space_id = $1 and title = any($2)', [
      spaceId,
      titles,
    ])
    expect(rows).toHaveLength(19)
    expect(await head()).toBe(before + 19)
    expect((await checkChain(hub.kernel.reads, spaceId)).problems).toEqual([])
  })

  it('tells that an id is taken, instead of failing, where a row of that id exists elsewhere', async () => {
    const stranger = await hub.person('Stranger')
    const elsewhere = await hub.space('stage', { [stranger]: 'editor' })
    const threadId = randomUUID()
    await hub.run(startThread, stranger, { spaceId: elsewhere, threadId, title: 'Theirs', subject: { kind: 'space' } })
    await expect(start(randomUUID(), threadId)).rejects.toEqual(conflict('idTaken'))
  })

  it('leaves connections for others while many commands wait for the same several spaces', async () => {
    const [busy, other] = [
      await hub.space('stage', { [author]: 'editor' }),
      await hub.space('stage', { [author]: 'editor' }),
    ]
    const holder = await hub.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from space where id = $1 for update', [busy])
    const waiting = Array.from({ length: 30 }, () => hub.run(both, author, { spaceIds: [busy, other] }))
    for (let count = 0; count < 10; count += 1) expect((await start()).status).toBe('committed')
    expect(hub.pool.waitingCount).toBe(0)
    await holder.query('rollback')
    holder.release()
    await Promise.all(waiting)
    expect(await head(busy)).toBe(30)
  })

  it('is idle only when those are answered, too, whose spaces were still being asked for', async () => {
    const asking = { ...both, spaces: async (...given: Parameters<typeof both.spaces>) => both.spaces(...given) }
    const spaceIds = [spaceId, await hub.space('stage', { [author]: 'editor' })]
    let answered = false
    const answer = hub.run(asking, author, { spaceIds }).then(() => (answered = true))
    await hub.kernel.idle()
    expect(answered).toBe(true)
    await answer
  })

  it('sends writes before the append, so that a command may open a space and write into its log: 200 at once', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID())
    await Promise.all(ids.map((newSpaceId) => hub.run(opening, author, { spaceId, newSpaceId })))
    const { rows } = await hub.pool.query<{ spaces: number; events: number }>(
      `select (select count(*)::integer from space where id = any($1::uuid[]) and head = 1) as spaces,
              (select count(*)::integer from event where space_id = any($1::uuid[])) as events`,
      [ids],
    )
    expect(rows[0]).toEqual({ spaces: 200, events: 200 })
  })

  it('never deadlocks on spaces that are named in opposite order', async () => {
    const [first, second] = [
      await hub.space('stage', { [author]: 'editor' }),
      await hub.space('stage', { [author]: 'editor' }),
    ]
    const pairs = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? [first, second] : [second, first]))
    await Promise.all(pairs.map((spaceIds) => hub.run(both, author, { spaceIds })))
    for (const each of [first, second]) {
      expect(await head(each)).toBe(60)
      expect((await checkChain(hub.kernel.reads, each)).problems).toEqual([])
    }
  })

  it('mixes batches on one space with commands over several', async () => {
    const [first, second] = [
      await hub.space('stage', { [author]: 'editor' }),
      await hub.space('stage', { [author]: 'editor' }),
    ]
    const threadId = randomUUID()
    await hub.run(startThread, author, { spaceId: first, threadId, title: 'Busy', subject: { kind: 'space' } })
    const post = () =>
      hub.run(postMessage, author, { spaceId: first, threadId, messageId: randomUUID(), body: 'Hello', fileIds: [] })
    const over = (index: number) =>
      hub.run(both, author, { spaceIds: index % 2 === 0 ? [first, second] : [second, first] })
    await Promise.all(Array.from({ length: 80 }, (_, index) => (index % 4 === 0 ? over(index) : post())))
    expect(await head(first)).toBe(81)
    expect(await head(second)).toBe(20)
    expect((await checkChain(hub.kernel.reads, first)).problems).toEqual([])
  })

  it('answers an absent space as one that is closed', async () => {
    const gone = {
      spaceId: randomUUID(),
      threadId: randomUUID(),
      title: 'Nowhere',
      subject: { kind: 'space' as const },
    }
    await expect(hub.run(startThread, author, gone)).rejects.toMatchObject({ code: 'notFound', details: {} })
  })
})
