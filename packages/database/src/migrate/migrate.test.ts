import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inChild, source } from '../../test/child.ts'
import { createPool } from '../connection/pool.ts'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { migrate, type Migrations, pendingMigrations } from './migrate.ts'

let database: TestDatabase<unknown>
beforeEach(async () => {
  database = await testDatabase({ migrations: {} })
})
afterEach(() => database.drop())

const first: Migrations = {
  '0001_item': { up: (db) => sql`create table item (id int)`.execute(db).then(() => undefined) },
}
const second: Migrations = {
  ...first,
  '0002_name': { up: (db) => sql`alter table item add name text`.execute(db).then(() => undefined) },
}

const silent = (): void => undefined

describe('migrations', () => {
  it('run in order, once, and are told', async () => {
    const told: string[] = []
    expect(await pendingMigrations(database.pool, second)).toEqual(['0001_item', '0002_name'])
    await migrate(database.pool, first, (message) => told.push(message))
    expect(await pendingMigrations(database.pool, second)).toEqual(['0002_name'])
    await migrate(database.pool, second, (message) => told.push(message))
    await migrate(database.pool, second, (message) => told.push(message))
    expect(told).toEqual(['Database migrated: 0001_item.', 'Database migrated: 0002_name.'])
    expect((await database.pool.query('select id, name from item')).rows).toEqual([])
  })

  it('change nothing when one of them fails', async () => {
    const failing: Migrations = {
      ...first,
      '0002_wrong': { up: (db) => sql`select wrong`.execute(db).then(() => undefined) },
    }
    await expect(migrate(database.pool, failing, silent)).rejects.toThrow('column "wrong" does not exist')
    expect(await pendingMigrations(database.pool, failing)).toEqual(['0001_item', '0002_wrong'])
    await migrate(database.pool, second, silent)
  })

  it('refuse data that is newer than the code', async () => {
    await migrate(database.pool, second, silent)
    await expect(migrate(database.pool, first, silent)).rejects.toThrow(
      'The data is newer than this version of Kolo (0002_name).',
    )
  })

  it('need one connection only, and wait for nobody longer than a lock may take', async () => {
    const pool = createPool({ ...database.connection, max: 1 }, { onError: silent })
    const settings: unknown[] = []
    const asking: Migrations = {
      '0001_ask': {
        up: async (db) => {
          const { rows } =
            await sql`select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`.execute(
              db,
            )
          settings.push(...rows)
        },
      },
    }
    await migrate(pool, asking, silent)
    expect(settings).toEqual([{ lock: '10s', statement: '0' }])
    expect((await pool.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '30s' }])
    await pool.end()
  })

  it('run once when two processes start them at once', async () => {
    const code = `import { sql } from 'kysely'
      import { createPool } from '${source('connection/pool.ts')}'
      import { migrate } from '${source('migrate/migrate.ts')}'
      const pool = createPool(${JSON.stringify(database.connection)}, { onError: () => undefined })
      await pool.query('select 1')
      console.log('ready')
      await new Promise((go) => process.stdin.once('data', go))
      // Slow enough that the other one arrives meanwhile.
      const up = async (db) => { await sql\`create table item (id int)\`.execute(db); await sql\`select pg_sleep(0.3)\`.execute(db) }
      await migrate(pool, { '0001_item': { up } }, console.log)
      await pool.end()
      process.exit(0)`
    const children = [inChild(code), inChild(code)]
    await Promise.all(children.map((child) => child.lines(1)))
    for (const child of children) child.process.stdin?.write('go\n')
    const said = await Promise.all(children.map((child) => child.end()))
    expect(said.flat().toSorted()).toEqual(['Database migrated: 0001_item.', 'ready', 'ready'])
  })
})
