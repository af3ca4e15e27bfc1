import { randomUUID } from 'node:crypto'
import pg from 'pg'

const hour = 3_600
const kept: Readonly<Record<string, number>> = { kolo_test: hour, kolo_template: 24 * hour }

const secondsNow = (): number => Math.floor(Date.now() / 1_000)

/** The name of a new database; tells when it was made, so that it can be cleared away when a killed run leaves it. */
export function stampedName(prefix: string, madeAt = secondsNow()): string {
  return `${prefix}_${madeAt.toString(36)}_${randomUUID().slice(0, 8)}`
}

/** Drops the databases that earlier runs left and nobody uses. */
export async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database
     where datname ~ '^kolo_(test|template)_' and not exists (select from pg_stat_activity used where used.datname = pg_database.datname)`,
  )
  for (const { name } of rows.filter((row) => isOld(row.name))) {
    // Another run may be quicker, or copying it right now.
    await admin.query(`drop database if exists ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError)) throw error
    })
  }
}

function isOld(name: string): boolean {
  const [, kind = '', made = ''] = /^(kolo_test|kolo_template)_(?:.*_)?([0-9a-z]+)_[0-9a-f]{8}$/.exec(name) ?? []
  return secondsNow() - Number.parseInt(made, 36) > (kept[kind] ?? Infinity)
}
