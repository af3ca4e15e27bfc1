import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** How to reach the embedded server. */
export type EmbeddedConnection = { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

/** What `postmaster.pid` says of the server that wrote it. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly socketDir: string; readonly host: string }

/** Reads who runs on the folder; undefined where nobody does (a stale file names a process that is gone). */
export function runningPostmaster(folder: string): Postmaster | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '', host: lines[5] ?? '' }
}

/** Whether a process of this number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the server answers. */
export async function answers(connection: EmbeddedConnection, database = connection.database): Promise<boolean> {
  const client = new pg.Client({ ...connection, database, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Asks again until the server answers; throws with `whyNot` when it has ended or the time is over. */
export async function untilAnswers(connection: EmbeddedConnection, ended: () => boolean, whyNot: () => string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await answers(connection, 'postgres'))) {
    if (ended() || Date.now() > deadline) throw new Error(`The embedded database doesn't start. ${whyNot()}`)
    await pause(15)
  }
}
