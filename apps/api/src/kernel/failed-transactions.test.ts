import { randomUUID } from 'node:crypto'
import { defineCommand } from '@kolo/domain/core/command'
import { idSchema } from '@kolo/domain/core/ids'
import { memberJoined } from '@kolo/domain/spaces/spaces.events'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startThread } from '../features/threads/commands/start-thread.ts'
import { type TestHub, testHub } from '../testing/hub.ts'
import { command, ownSpace } from './command.ts'

/** Fails at a write, as where a disk is full, and reads on before anybody has noticed. */
const readingOn = command(
  defineCommand('test.readOn', z.object({ spaceId: idSchema, sqlState: z.string() }), () => []),
  {
    spaces: ownSpace,
    handle: async ({ tx, input, actor }) => {
      const failing = `do $$ begin raise sqlstate '${input.sqlState}'; end $$`
      tx.write(() => ({ compile: () => CompiledQuery.raw(failing) }))
      await tx.read.selectFrom('space').select('id').where('id', '=', input.spaceId).execute()
      return [memberJoined.of({ personId: actor.personId, role: 'editor', via: 'never' })]
    },
  },
)

/** Its connection goes away in the middle. */
let cutOff = 0
const cut = command(
  defineCommand('test.cut', z.object({ spaceId: idSchema }), () => []),
  {
    spaces: ownSpace,
    handle: async ({ tx, actor }) => {
      cutOff += 1
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.read as never)
      return [memberJoined.of({ personId: actor.personId, role: 'editor', via: 'never' })]
    },
  },
)

describe('commands whose transaction fails', () => {
  let hub: TestHub
  let author: string
  let spaceId: string

  beforeAll(async () => {
    hub = await testHub()
    author = await hub.person('Author')
    spaceId = await hub.space('stage', { [author]: 'editor' })
  })
  afterAll(() => hub.close())

  const head = async (of: string) => (await hub.eventsAfter(of, 0)).length
  const start = () =>
    hub.run(startThread, author, { spaceId, threadId: randomUUID(), title: 'Thread', subject: { kind: 'space' } })

  it.each([
    ['a disk that is full', '53100', { code: 'unavailable', details: { reason: 'diskFull' } }],
    ['an id that is taken', '23505', { code: 'conflict', details: { reason: 'idTaken' } }],
    ['a deadlock', '40P01', { code: 'unavailable' }],
  ])('tell %s from what failed behind it only for that', async (_what, sqlState, told) => {
    await expect(hub.run(readingOn, author, { spaceId, sqlState })).rejects.toMatchObject(told)
    expect((await start()).status).toBe('committed')
  })

  it('aren’t tried again where the connection is gone: what became of it is unknown to all who were together', async () => {
    const lone = await hub.space('stage', { [author]: 'editor' })
    const before = cutOff
    // The first runs alone; the others wait for it and are run together.
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => hub.run(cut, author, { spaceId: lone })))
    for (const each of all) expect(each).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
    expect(cutOff - before).toBe(2)
    expect(await head(lone)).toBe(0)
  })
})
