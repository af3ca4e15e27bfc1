import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { createDatabase, createPool } from '../connection/pool.ts'

/** Interim: needs TEST_DATABASE_URL. */
export async function testDatabase<DB>(options: {
  migrations: Readonly<Record<string, { up(db: Kysely<unknown>): Promise<void> }>>
}): Promise<{ pool: pg.Pool; db: Kysely<DB>; drop(): Promise<void> }> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:54999/postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  url.pathname = `/${name}`
  const pool = createPool({ connectionString: url.href }, { onError: () => undefined })
  const db = createDatabase<DB>(pool)
  for (const { up } of Object.values(options.migrations)) await up(db as Kysely<unknown>)
  return { pool, db, drop: () => pool.end() }
}
