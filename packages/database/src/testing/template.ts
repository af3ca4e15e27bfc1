import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createPool } from '../connection/pool.ts'
import { migrate, type Migrations } from '../migrate/migrate.ts'
import { fingerprint } from './fingerprint.ts'
import { dropLeftovers, stampedName } from './leftovers.ts'

const templateLock = 0x746d706c

/** A server's databases, and what is to be in them. */
export type Templates = {
  readonly admin: pg.Client
  readonly configOf: (database: string) => pg.ClientConfig
  readonly migrations: Migrations
}

/** Makes a database with the migrations by copying one that is made once, also when many workers start at once. */
export async function copyTemplate(templates: Templates, name: string): Promise<void> {
  const prefix = `kolo_template_${await fingerprint(templates.migrations)}`
  await persistently(async () => {
    const template = (await findTemplate(templates.admin, prefix)) ?? (await makeOnce(templates, prefix))
    await templates.admin.query(`create database ${name} template ${template}`)
  })
}

async function findTemplate(admin: pg.Client, prefix: string): Promise<string | undefined> {
  const asked = 'select datname as name from pg_database where starts_with(datname, $1)'
  return (await admin.query<{ name: string }>(asked, [`${prefix}_`])).rows[0]?.name
}

async function makeOnce(templates: Templates, prefix: string): Promise<string> {
  const { admin } = templates
  await admin.query('select pg_advisory_lock($1)', [templateLock])
  try {
    const quicker = await findTemplate(admin, prefix)
    if (quicker) return quicker
    await dropLeftovers(admin)
    return await make(templates, prefix)
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [templateLock])
  }
}

/** It gets its name only when it is whole. */
async function make({ admin, configOf, migrations }: Templates, prefix: string): Promise<string> {
  const half = stampedName('kolo_test')
  const whole = stampedName(prefix)
  await admin.query(`create database ${half}`)
  const pool = createPool({ ...configOf(half), max: 2 }, { onError: () => undefined })
  try {
    await migrate(pool, migrations, () => undefined)
  } finally {
    await pool.end()
  }
  await persistently(() => admin.query(`alter database ${half} rename to ${whole}`))
  return whole
}

const inUse = '55006'
const gone = '3D000'

/**
 * Tries again while somebody is still connected to the database that is copied (an ended connection lives on for a
 * moment, vacuum comes by), or another run has just cleared it away.
 */
async function persistently(work: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      const passing = error instanceof pg.DatabaseError && (error.code === inUse || error.code === gone)
      if (!passing || Date.now() > deadline) throw error
      await pause(50)
    }
  }
}
