import { type Kysely, sql } from 'kysely'
import type { ClientBase, Pool } from 'pg'
import { pipelined } from '../connection/pipelined.ts'

/** A step forward; never edited once it has landed. */
export type Migration = { up(db: Kysely<unknown>): Promise<void> }
export type Migrations = Readonly<Record<string, Migration>>

const migrationLock = 0x6d696772

/** Brings the database up to date, all or nothing. Two processes can't migrate at once; newer data than the code is refused. */
export async function migrate(pool: Pool, migrations: Migrations, log: (message: string) => void): Promise<void> {
  if ((await pendingMigrations(pool, migrations)).length === 0) return
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const ran = await runPending(client, migrations)
    await client.query('commit')
    if (ran.length > 0) log(`Database migrated: ${ran.join(', ')}.`)
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function runPending(client: ClientBase, migrations: Migrations): Promise<readonly string[]> {
  // A step may take long, and so may another process's, which is waited for.
  await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
  await client.query(`set local lock_timeout = '10min'`)
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  // Servers at work may hold tables: better fail and change nothing than make everybody queue behind the migration.
  await client.query(`set local lock_timeout = '10s'`)
  const db = pipelined<unknown>(client)
  await sql`create table if not exists migration (name text primary key, at timestamptz not null default now())`.execute(
    db,
  )
  const pending = await pendingMigrations(client, migrations)
  for (const name of pending) {
    await migrations[name]?.up(db)
    await sql`insert into migration (name) values (${name})`.execute(db)
  }
  return pending
}

/** The names of migrations that haven't run; throws where the database has some that this code doesn't know. */
export async function pendingMigrations(on: Pool | ClientBase, migrations: Migrations): Promise<string[]> {
  const done = await doneMigrations(on)
  const unknown = done.filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    throw new Error(
      `The data is newer than this version of Kolo (${unknown.join(', ')}). Start the version that wrote it, or a newer one.`,
    )
  }
  return Object.keys(migrations)
    .filter((name) => !done.includes(name))
    .toSorted()
}

async function doneMigrations(on: Pool | ClientBase): Promise<readonly string[]> {
  const { rows } = await on.query<{ found: string | null }>(`select to_regclass('migration')::text as found`)
  if (!rows[0]?.found) return []
  return (await on.query<{ name: string }>('select name from migration order by name')).rows.map(({ name }) => name)
}
