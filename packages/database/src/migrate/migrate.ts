import { Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import { pipelined } from '../connection/pipelined.ts'

/** A step forward; never edited once it has landed. */
export type Migration = { up(db: Kysely<unknown>): Promise<void> }
export type Migrations = Readonly<Record<string, Migration>>

const migrationLock = 0x6d696772

/** Brings the database up to date, all or nothing. Two processes can't migrate at once; newer data than the code is refused. */
export async function migrate(pool: Pool, migrations: Migrations, log: (message: string) => void): Promise<void> {
  if ((await pendingMigrations(pool, migrations)).length === 0) return
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local lock_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    const pending = await pendingMigrations(pool, migrations)
    const db = pipelined<unknown>(client)
    await sql`create table if not exists migration (name text primary key, at timestamptz not null default now())`.execute(db)
    for (const name of pending) {
      await migrations[name]!.up(db)
      await sql`insert into migration (name) values (${name})`.execute(db)
    }
    await client.query('commit')
    if (pending.length > 0) log(`Database migrated: ${pending.join(', ')}.`)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** The names of migrations that haven't run; throws where the database has some that this code doesn't know. */
export async function pendingMigrations(pool: Pool, migrations: Migrations): Promise<string[]> {
  const { rows: found } = await pool.query<{ table: string | null }>(`select to_regclass('migration')::text as table`)
  const done = found[0]?.table ? (await pool.query<{ name: string }>('select name from migration')).rows.map((row) => row.name) : []
  const unknown = done.filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    throw new Error(`The data is newer than this version of Kolo (${unknown.join(', ')}). Start the version that wrote it, or a newer one.`)
  }
  return Object.keys(migrations)
    .filter((name) => !done.includes(name))
    .toSorted()
}
