import type { Kysely } from 'kysely'
import pg from 'pg'
import { createDatabase, createPool } from '../connection/pool.ts'
import type { Migrations } from '../migrate/migrate.ts'
import { dropLeftovers, stampedName } from './leftovers.ts'
import { databaseOf, testServer } from './server.ts'
import { copyTemplate } from './template.ts'

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
  const name = stampedName('kolo_test')
  await asAdmin(server, async (admin) => {
    await clearOnce(admin)
    await copyTemplate(
      { admin, configOf: (database) => databaseOf(server, database), migrations: options.migrations },
      name,
    )
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

let cleared: Promise<void> | undefined

/** A process looks for what earlier runs left when it makes its first database. */
const clearOnce = (admin: pg.Client): Promise<void> => (cleared ??= dropLeftovers(admin))

async function asAdmin<Output>(server: pg.ClientConfig, work: (admin: pg.Client) => Promise<Output>): Promise<Output> {
  const admin = new pg.Client(server)
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
