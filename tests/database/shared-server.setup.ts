import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopTestServer } from '@kolo/database/testing'

/** One file per run that may be using the embedded server of the tests, named by its process. */
const runs = join(tmpdir(), 'kolo-test-database.runs')
const own = join(runs, String(process.pid))

/** Registers this run; workers start the server when the first of them needs it. */
export function setup(): void {
  mkdirSync(runs, { recursive: true })
  writeFileSync(own, '')
}

/** Stops the server, unless another run still lives. */
export async function teardown(): Promise<void> {
  if (!existsSync(own)) return
  rmSync(own)
  if (!readdirSync(runs).some(isAlive)) await stopTestServer()
}

function isAlive(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}
