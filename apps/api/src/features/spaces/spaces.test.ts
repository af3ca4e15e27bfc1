import { randomUUID } from 'node:crypto'
import { outOfTables, uuidv7 } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { addColumn } from '../boards/commands/arrange-columns.ts'
import { createTask } from '../boards/commands/create-task.ts'
import { spaceEvents, spaceSnapshot } from './spaces.queries.ts'

const widest = 5_000
const head = widest + 1

describe('catching up with a long log', () => {
  let hub: TestHub
  let member: string
  let spaceId: string
  let epoch: string

  beforeAll(async () => {
    hub = await testHub()
    member = await hub.person()
    spaceId = await hub.space('stage', { [member]: 'editor' })
    // The kernel takes minutes for so many, and nobody folds these.
    await hub.pool.query(
      `insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
       select $1, seq, 'thread.renamed', 1, $2, gen_random_uuid(), now(), '{}', '', '' from generate_series(1, $3::int) seq`,
      [spaceId, member, head],
    )
    await hub.pool.query('update space set head = $2 where id = $1', [spaceId, head])
    ;({ epoch } = await hub.snapshot(spaceId))
  })
  afterAll(() => hub.close())

  const catchUp = (after: number, last?: string) => hub.ask(spaceEvents, member, { spaceId, epoch, after, last })

  it('[SYN12] answers the widest gap in one answer, and a wider one with reset', async () => {
    const answer = await catchUp(head - widest)
    if (answer.kind !== 'events') throw new Error('The log was reset.')
    expect(answer).toMatchObject({ epoch, head })
    expect(answer.events.map(({ seq }) => seq)).toEqual(Array.from({ length: widest }, (_, index) => index + 2))
    expect(await catchUp(head - widest - 1)).toEqual({ kind: 'reset', epoch })
  })

  it('[SYN12] answers reset to whoever has more than the log', async () => {
    expect(await catchUp(head)).toEqual({ kind: 'events', epoch, head, events: [] })
    expect(await catchUp(head + 1)).toEqual({ kind: 'reset', epoch })
  })

  it('[SYN12] answers reset to whoever has another command where they stand', async () => {
    const [, , third] = await hub.eventsAfter(spaceId, 0)
    expect(await catchUp(3, third?.commandId)).toMatchObject({ kind: 'events', head })
    expect(await catchUp(3, randomUUID())).toEqual({ kind: 'reset', epoch })
  })
})

describe('a snapshot', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await testHub()
  })
  afterAll(() => hub.close())

  it('[SYN11] says the same in tables', async () => {
    const member = await hub.person()
    const spaceId = await hub.space('stage', { [member]: 'editor' })
    const columnId = randomUUID()
    await hub.run(addColumn, member, { spaceId, columnId, name: 'To do', category: 'todo' })
    const asked = async () => {
      const plain = await hub.ask(spaceSnapshot, member, { spaceId })
      const inTables = await hub.ask(spaceSnapshot, member, { spaceId, asTables: true })
      expect(outOfTables(JSON.parse(JSON.stringify(inTables)))).toEqual(JSON.parse(JSON.stringify(plain)))
      return inTables.tables?.map(({ at }) => at.join('.'))
    }
    expect(await asked()).toEqual([])
    for (let number = 0; number < 30; number += 1) {
      await hub.run(createTask, member, { spaceId, taskId: uuidv7(), columnId, title: `Task ${number}` })
    }
    expect(await asked()).toEqual(['board.tasks'])
    // Pages of an earlier build asked so, and read tables of another make.
    const earlier = { spaceId, inTables: true }
    expect(await hub.ask(spaceSnapshot, member, earlier)).toEqual(await hub.ask(spaceSnapshot, member, { spaceId }))
  })

  it('[SYN11] names the command that its last event is of, from the tables and as remembered', async () => {
    const member = await hub.person()
    const spaceId = await hub.space('stage', { [member]: 'editor' })
    expect((await hub.ask(spaceSnapshot, member, { spaceId, asTables: true })).last).toBeUndefined()
    for (let count = 0; count < 8; count += 1) {
      const commandId = randomUUID()
      const column = { spaceId, columnId: randomUUID(), name: `Column ${count}`, category: 'todo' as const }
      await hub.run(addColumn, member, column, commandId)
      const { seq, last } = await hub.ask(spaceSnapshot, member, { spaceId, asTables: true })
      expect([seq, last]).toEqual([count + 1, commandId])
    }
  })
})
