import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { inChild, source } from '../../test/child.ts'
import type { Migrations } from '../migrate/migrate.ts'
import { withFileLock } from './file-lock.ts'
import { fingerprint } from './fingerprint.ts'
import { testDatabase } from './index.ts'
import { dropLeftovers, stampedName } from './leftovers.ts'
import { databaseOf, testServer } from './server.ts'

const marker = `of_${randomUUID().slice(0, 8)}`
const migrations: Migrations = {
  '0001_item': {
    up: (db) => sql`create table item (id int, ${sql.ref(marker)} int)`.execute(db).then(() => undefined),
  },
}

async function asAdmin<Output>(work: (admin: pg.Client) => Promise<Output>): Promise<Output> {
  const admin = new pg.Client(await testServer())
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

const databases = (pattern: string): Promise<string[]> =>
  asAdmin(async (admin) =>
    (
      await admin.query<{ name: string }>('select datname as name from pg_database where datname ~ $1', [pattern])
    ).rows.map(({ name }) => name),
  )

describe('databases of tests', () => {
  const template = fingerprint(migrations).then((print) => `kolo_template_${print}_`)
  afterAll(async () => {
    for (const name of await databases(await template))
      await asAdmin((admin) => admin.query(`drop database if exists ${name}`))
  })

  it('come migrated, alone, and go', async () => {
    const [one, other] = await Promise.all([
      testDatabase<{ item: { id: number } }>({ migrations }),
      testDatabase({ migrations }),
    ])
    await one.db.insertInto('item').values({ id: 1 }).execute()
    expect((await other.pool.query('select * from item')).rows).toEqual([])
    const name = (await one.pool.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? ''
    await Promise.all([one.drop(), other.drop()])
    expect(await databases(name)).toEqual([])
  })

  it('are copied from one template, also when several processes ask at once', async () => {
    const own = `mark_${randomUUID().slice(0, 8)}`
    const code = `import { sql } from 'kysely'
      import { testDatabase } from '${source('testing/index.ts')}'
      import { fingerprint } from '${source('testing/fingerprint.ts')}'
      const migrations = { '0001_item': { up: (db) => sql\`create table ${own} (id int)\`.execute(db) } }
      const all = await Promise.all([1, 2].map(() => testDatabase({ migrations })))
      for (const { pool, drop } of all) { await pool.query('select id from ${own}'); await drop() }
      console.log(await fingerprint(migrations))`
    const prints = (await Promise.all([inChild(code), inChild(code), inChild(code)].map((child) => child.end()))).flat()
    expect(new Set(prints).size).toBe(1)
    const made = await databases(`^kolo_template_${prints[0]}_`)
    expect(made).toHaveLength(1)
    await asAdmin((admin) => admin.query(`drop database ${made[0]}`))
  })

  it('are cleared away when an earlier run left them, unless they are young or in use', async () => {
    const longAgo = Math.floor(Date.now() / 1_000) - 100_000
    const names = [
      stampedName('kolo_test', longAgo),
      stampedName('kolo_template_0123456789abcdef', longAgo),
      stampedName('kolo_test'),
      stampedName('kolo_test', longAgo),
    ] as const
    const [old, oldTemplate, young, used] = names
    await asAdmin(async (admin) => {
      for (const name of names) await admin.query(`create database ${name}`)
      const visitor = new pg.Client(databaseOf(await testServer(), used))
      await visitor.connect()
      await dropLeftovers(admin)
      const left = (
        await admin.query<{ name: string }>('select datname as name from pg_database where datname = any($1)', [names])
      ).rows.map(({ name }) => name)
      expect(left.toSorted()).toEqual([young, used].toSorted())
      expect([old, oldTemplate]).not.toContain(left[0])
      await visitor.end()
      // Once nobody uses it, another run may come first.
      for (const name of [young, used]) await admin.query(`drop database if exists ${name} with (force)`)
    })
  })

  it('get another template when any statement changes, also in a function that a migration calls', async () => {
    const calling = (text: string): Migrations => ({
      '0001': {
        up: (db) =>
          sql
            .raw(text)
            .execute(db)
            .then(() => undefined),
      },
    })
    expect(await fingerprint(calling('select 1'))).toBe(await fingerprint(calling('select 1')))
    expect(await fingerprint(calling('select 1'))).not.toBe(await fingerprint(calling('select 2')))
  })
})

describe('file lock', () => {
  it('lets one work at a time and takes over from a process that is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kolo-lock-'))
    const file = join(folder, 'lock')
    const gone = inChild('')
    await gone.end()
    writeFileSync(file, String(gone.process.pid))
    const code = `import { withFileLock } from '${source('testing/file-lock.ts')}'
      import { rmSync, writeFileSync } from 'node:fs'
      const alone = '${join(folder, 'alone')}'
      for (let i = 0; i < 20; i += 1) await withFileLock('${file}', async () => {
        writeFileSync(alone, '', { flag: 'wx' })
        await new Promise((done) => setImmediate(done))
        rmSync(alone)
      })`
    await Promise.all([inChild(code), inChild(code), inChild(code)].map((child) => child.end()))
    expect(await withFileLock(file, async () => existsSync(file))).toBe(true)
    expect(existsSync(file)).toBe(false)
    rmSync(folder, { recursive: true })
  })
})
