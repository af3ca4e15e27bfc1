import type { PoolClient } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { send } from './send.ts'
import { NotRun } from './turn.ts'

let database: TestDatabase<unknown>
let client: PoolClient
beforeAll(async () => {
  database = await testDatabase<unknown>({ migrations: {} })
  await database.pool.query('create table item (id int primary key, name text)')
})
afterAll(() => database.drop())
beforeEach(async () => {
  client = await database.pool.connect()
  await client.query('truncate item')
})
afterEach(() => client.release())

const outcomesOf = async (sent: readonly Promise<{ rows: object[]; command: string }>[]) =>
  (await Promise.allSettled(sent)).map((result) =>
    result.status === 'fulfilled' ? [result.value.command, ...result.value.rows] : result.reason,
  )
/** The words of an error that is neither NotRun nor a surprise. */
const saying = (message: string) => expect.objectContaining({ message: expect.stringContaining(message) })
const notRun = expect.any(NotRun)

describe('the statements of a turn', () => {
  it('reach the database with one Sync, and are answered in order', async () => {
    const written: Buffer[] = []
    const { stream } = (client as unknown as { connection: { stream: { write(data: Buffer): boolean } } }).connection
    const write = stream.write.bind(stream)
    stream.write = (data) => {
      written.push(data)
      return write(data)
    }
    const outcomes = await outcomesOf([
      send(client, 'begin'),
      send(client, 'insert into item values ($1, $2)', [1, 'one']),
      send(client, 'select name from item where id = $1', [1]),
      send(client, 'commit'),
    ])
    stream.write = write
    expect(outcomes).toEqual([['BEGIN'], ['INSERT'], ['SELECT', { name: 'one' }], ['COMMIT']])
    expect(written.filter((message) => message[0] === 'S'.charCodeAt(0))).toHaveLength(1)
  })

  it('see what those before them did, turn after turn, prepared once', async () => {
    for (let id = 1; id <= 3; id += 1) {
      const insert = send(client, 'insert into item values ($1, $2)', [id, `item ${id}`])
      const count = send<{ count: number }>(client, 'select count(*)::int as count from item where id > $1', [0])
      await insert
      expect((await count).rows).toEqual([{ count: id }])
    }
    const { rows } = await send<{ count: number }>(
      client,
      `select count(*)::int as count from pg_prepared_statements where statement like $1`,
      ['insert into item%'],
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('are not run behind one that fails; what was prepared before is used again, what was not is prepared then', async () => {
    const statements = () => [
      send(client, 'begin'),
      send(client, 'insert into item values ($1, $2)', [1, 'one']),
      send(client, 'insert into item (id, name) values ($1, $2)', [1, 'again']),
      send(client, 'update item set name = $1', ['two']),
      send(client, 'commit'),
    ]
    for (let round = 0; round < 2; round += 1) {
      expect(await outcomesOf(statements())).toEqual([['BEGIN'], ['INSERT'], saying('duplicate key'), notRun, notRun])
      expect((await client.query('rollback')).command).toBe('ROLLBACK')
    }
    expect(await outcomesOf([send(client, 'update item set name = $1', ['two'])])).toEqual([['UPDATE']])
  })

  it('fail for a text that makes no sense, and for a value that cannot be written, without harm to others', async () => {
    const circular: { self?: unknown } = {}
    circular.self = circular
    const outcomes = await outcomesOf([
      send(client, 'insert into item values ($1, $2)', [1, 'one']),
      send(client, 'insert into item values ($1, $2)', [2, circular]),
      send(client, 'insert into item values ($1, $2)', [3, 'three']),
    ])
    expect(outcomes).toEqual([['INSERT'], saying('circular'), ['INSERT']])
    expect(await outcomesOf([send(client, 'selekt $1', [1])])).toEqual([saying('syntax error')])
    expect(await outcomesOf([send(client, 'select id from item order by id')])).toEqual([
      ['SELECT', { id: 1 }, { id: 3 }],
    ])
  })

  it('come before a text of several statements that is sent behind them', async () => {
    const first = send(client, 'insert into item values ($1, $2)', [1, 'one'])
    const several = send(client, `update item set name = 'two'; update item set name = name || ' and more'`)
    const last = send(client, 'select name from item')
    await Promise.all([first, several])
    expect((await last).rows).toEqual([{ name: 'two and more' }])
  })

  it('all hear that the connection broke', async () => {
    const own = await database.pool.connect()
    const { rows } = await send<{ pid: number }>(own, 'select pg_backend_pid() as pid')
    const waiting = outcomesOf([
      send(own, 'select pg_sleep($1)', [60]),
      send(own, 'insert into item values ($1, $2)', [9, 'nine']),
    ])
    await expect
      .poll(async () => (await client.query('select pg_terminate_backend($1) as ended', [rows[0]!.pid])).rows)
      .toEqual([{ ended: true }])
    const [first, second] = await waiting
    expect(first).toEqual(saying('terminat'))
    expect(second).toBeInstanceOf(Error)
    own.release(true)
    expect((await send(client, 'select id from item')).rows).toEqual([])
  })
})
