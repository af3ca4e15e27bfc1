import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { createDatabase, createPool } from '../connection/pool.ts'
import { migrate, type Migrations } from '../migrate/migrate.ts'
import { testServer } from './server.ts'

export { stopTestServer } from './server.ts'

/** A database of a test's own. */
export type TestDatabase<DB> = {
  readonly pool: pg.Pool
  readonly db: Kysely<DB>
  readonly connection: pg.ClientConfig
  drop(): Promise<void>
}

/** Makes a database with all migrations: a copy of a template that is made once for each state of the migrations. */
export async function testDatabase<DB>(options: { migrations: Migrations }): Promise<TestDatabase<DB>> {
  const server = await testServer()
  const name = `kolo_test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(server, async (admin) => {
    const template = await templateFor(admin, server, options.migrations)
    await admin.query(`create database ${name} template ${template}`)
  })
  const connection = databaseOf(server, name)
  const pool = createPool({ ...connection, max: 8 }, { onError: () => undefined })
  return {
    pool,
    db: createDatabase<DB>(pool),
    connection,
    async drop() {
      await pool.end()
      await asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`))
    },
  }
}

function databaseOf(server: pg.ClientConfig, database: string): pg.ClientConfig {
  if (server.connectionString === undefined) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

async function asAdmin<Output>(server: pg.ClientConfig, work: (admin: pg.Client) => Promise<Output>): Promise<Output> {
  const admin = new pg.Client(server)
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

const templateLock = 0x746d706c

/** The template's name; made under a lock, so that workers that start at once make one. */
async function templateFor(admin: pg.Client, server: pg.ClientConfig, migrations: Migrations): Promise<string> {
  const hash = createHash('sha256')
  for (const [name, { up }] of Object.entries(migrations)) hash.update(name).update(up.toString())
  const template = `kolo_template_${hash.digest('hex').slice(0, 16)}`
  // A lock of the session, kept while the copy is made too: a template must have no other visitor.
  await admin.query('select pg_advisory_lock($1)', [templateLock])
  const { rows } = await admin.query('select 1 from pg_database where datname = $1', [template])
  if (rows.length > 0) return template
  const half = `${template}_half`
  await admin.query(`drop database if exists ${half} with (force)`)
  await admin.query(`create database ${half}`)
  const pool = createPool({ ...databaseOf(server, half), max: 2 }, { onError: () => undefined })
  await migrate(pool, migrations, () => undefined).finally(() => pool.end())
  await admin.query(`alter database ${half} rename to ${template}`)
  return template
}
