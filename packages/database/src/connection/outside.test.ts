import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { forbidOutside, insideTransaction } from './outside.ts'
import { pipelined } from './pipelined.ts'

type Tables = { item: { id: number } }

let database: TestDatabase<Tables>
beforeAll(async () => {
  database = await testDatabase<Tables>({ migrations: {} })
  await database.pool.query('create table item (id int primary key)')
})
afterAll(() => database.drop())

const refusal = 'Inside a transaction use its own handle'

describe('the outer handle', () => {
  it('works as ever outside of a transaction', async () => {
    const db = forbidOutside(database.db)
    await db.insertInto('item').values({ id: 1 }).execute()
    await sql`insert into item values (2)`.execute(db)
    const inner = await db.transaction().execute((trx) => trx.selectFrom('item').selectAll().orderBy('id').execute())
    expect(inner).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('throws inside of one, also after waiting, while the own handle works', async () => {
    const db = forbidOutside(database.db)
    const client = await database.pool.connect()
    await insideTransaction(async () => {
      expect(() => db.selectFrom('item')).toThrow(refusal)
      await pause(0)
      await expect(async () => sql`select 1`.execute(db)).rejects.toThrow(refusal)
      expect(await pipelined<Tables>(client).selectFrom('item').select('id').execute()).toHaveLength(2)
    })
    client.release()
    expect(await db.selectFrom('item').select('id').execute()).toHaveLength(2)
  })
})
