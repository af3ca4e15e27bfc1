import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { createPool } from './pool.ts'

let database: TestDatabase<unknown>
beforeAll(async () => {
  database = await testDatabase({ migrations: {} })
})
afterAll(() => database.drop())

describe('pool', () => {
  it('speaks JSON: moments in UTC, days, numbers', async () => {
    const { rows } = await database.pool.query(
      `select '2026-11-23T10:00:00+02'::timestamptz as moment, '2026-03-29'::date as day, count(*) as many, '{"a":[1]}'::jsonb as json from generate_series(1, 3)`,
    )
    expect(rows).toEqual([{ moment: '2026-11-23T08:00:00.000Z', day: '2026-03-29', many: 3, json: { a: [1] } }])
  })

  it('limits statements and waiting for locks', async () => {
    const { rows } = await database.pool.query(
      `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`,
    )
    expect(rows).toEqual([{ statement: '30s', lock: '10s' }])
  })

  it('outlives connections that break, idle and in use', async () => {
    const errors: string[] = []
    const pool = createPool({ ...database.connection, max: 2 }, { onError: (error) => errors.push(error.message) })
    const [idle, used] = await Promise.all([pool.connect(), pool.connect()])
    const pids = await Promise.all(
      [idle, used].map(async (client) => (await client.query('select pg_backend_pid() as pid')).rows[0].pid),
    )
    idle.release()
    const ended = [idle, used].map((client) => new Promise<void>((done) => client.once('end', done)))
    await database.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids])
    await Promise.all(ended)
    await expect(used.query('select 1')).rejects.toThrow('not queryable')
    used.release()
    expect((await pool.query('select 1 as fine')).rows).toEqual([{ fine: 1 }])
    expect(errors).toEqual(['terminating connection due to administrator command'])
    await pool.end()
  })

  it('waits no longer for a line that says nothing, and opens another', async () => {
    const pool = createPool({ ...database.connection, query_timeout: 300 }, { onError: () => undefined })
    await expect(pool.query('select pg_sleep(20)')).rejects.toThrow('Query read timeout')
    expect((await pool.query('select 1 as fine')).rows).toEqual([{ fine: 1 }])
    await pool.end()
  })

  it('takes settings of its caller, such as connections without pipelining', async () => {
    const pool = createPool(
      { ...database.connection, pipeline: false, statement_timeout: 5_000 },
      { onError: () => undefined },
    )
    const client = await pool.connect()
    expect(client instanceof pg.Client && client.pipeline).toBe(false)
    expect((await client.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '5s' }])
    client.release()
    await pool.end()
  })
})
