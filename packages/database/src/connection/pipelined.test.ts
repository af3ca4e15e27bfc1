import { sql } from 'kysely'
import { createConnection, createServer, type Socket } from 'node:net'
import pg, { type PoolClient } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { pipelined } from './pipelined.ts'

type Tables = { item: { id: number; name: string } }

let database: TestDatabase<Tables>
let client: PoolClient
beforeAll(async () => {
  database = await testDatabase<Tables>({ migrations: {} })
  await database.pool.query('create table item (id int primary key, name text)')
})
afterAll(() => database.drop())
beforeEach(async () => {
  client = await database.pool.connect()
})
afterEach(() => client.release())

describe('pipelined Kysely', () => {
  it('has several queries in flight on one connection', async () => {
    // The proxy keeps the server's answers back until the second query has come by.
    const { port, held, close } = await holdingProxy(database.connection, 'second-query')
    const slow = new pg.Client({ ...portOf(database.connection, port), pipeline: true })
    await slow.connect()
    held.start()
    const db = pipelined<Tables>(slow)
    const answers = await Promise.all([
      sql`select 1 as n, 'first-query' as text`.execute(db),
      sql`select 2 as n, 'second-query' as text`.execute(db),
      sql`select n from pg_sleep(0), generate_series(3, 4) as n`.execute(db),
    ])
    expect(answers.map(({ rows }) => rows.map((row) => (row as { n: number }).n))).toEqual([[1], [2], [3, 4]])
    await slow.end()
    close()
  })

  it('answers in order and counts what was changed', async () => {
    const db = pipelined<Tables>(client)
    const [inserted, updated, rows, deleted] = await Promise.all([
      db
        .insertInto('item')
        .values([
          { id: 1, name: 'one' },
          { id: 2, name: 'two' },
        ])
        .executeTakeFirstOrThrow(),
      db.updateTable('item').set({ name: 'deux' }).where('id', '=', 2).executeTakeFirstOrThrow(),
      db.selectFrom('item').select('name').orderBy('id').execute(),
      db.deleteFrom('item').executeTakeFirstOrThrow(),
    ])
    expect([inserted.numInsertedOrUpdatedRows, updated.numUpdatedRows, deleted.numDeletedRows]).toEqual([2n, 1n, 2n])
    expect(rows).toEqual([{ name: 'one' }, { name: 'deux' }])
  })

  it('gives an error to its own query, runs none behind it, and is usable after the rollback', async () => {
    const db = pipelined<Tables>(client)
    const sent = [
      client.query('begin'),
      db.insertInto('item').values({ id: 1, name: 'one' }).execute(),
      sql`select 1 / 0`.execute(db),
      db.selectFrom('item').selectAll().execute(),
    ]
    // Kysely hands a query over a few turns after execute(): only then may the commit follow.
    await Promise.allSettled(sent.slice(0, 1))
    const results = await Promise.allSettled([...sent, client.query('commit')])
    expect(results.map((result) => (result.status === 'rejected' ? (result.reason as Error).message : 'fine'))).toEqual(
      ['fine', 'fine', 'division by zero', 'Not run: a statement before it failed.', 'fine'],
    )
    // The commit of an aborted transaction is answered, but not by COMMIT.
    expect(results[4]).toMatchObject({ value: { command: 'ROLLBACK' } })
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([])
  })

  it('leaves transactions to whoever owns the connection', async () => {
    const db = pipelined<Tables>(client)
    await expect(db.transaction().execute(async () => undefined)).rejects.toThrow('Whoever owns the connection')
  })
})

type Upstream = { port: number; host: string } | { path: string }

function upstreamOf(config: pg.ClientConfig): Upstream {
  const { host, port } = new pg.Client(config)
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
}

function portOf(config: pg.ClientConfig, port: number): pg.ClientConfig {
  if (config.connectionString === undefined) return { ...config, host: '127.0.0.1', port }
  const url = new URL(config.connectionString)
  url.host = `127.0.0.1:${port}`
  return { connectionString: url.href }
}

/** Passes everything on, but once started keeps the server's answers until the word has been sent to the server. */
async function holdingProxy(config: pg.ClientConfig, word: string) {
  let isHolding = false
  const kept: Buffer[] = []
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = createConnection(upstreamOf(config) as { path: string })
    sockets.push(near, far)
    far.on('data', (chunk: Buffer) => void (isHolding ? kept.push(chunk) : near.write(chunk)))
    near.on('data', (chunk: Buffer) => {
      far.write(chunk)
      if (!isHolding || !chunk.includes(word)) return
      isHolding = false
      for (const answer of kept.splice(0)) near.write(answer)
    })
    near.on('end', () => far.end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const close = (): void => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    held: { start: () => void (isHolding = true) },
    close,
  }
}
