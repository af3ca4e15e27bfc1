import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Places } from './places.ts'

/** How to reach the embedded server. */
export type EmbeddedConnection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/** What `postmaster.pid` says of the server that wrote it. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly socketDir: string }

const pidFile = (places: Places): string => join(places.folder, 'postmaster.pid')

/** Reads who runs on the folder; undefined where nobody does: a stale file names a process that is gone or another one. */
export function runningPostmaster(places: Places): Postmaster | undefined {
  if (!existsSync(pidFile(places))) return undefined
  const [first = '', , , port, socketDir = ''] = readFileSync(pidFile(places), 'utf8').split('\n')
  const pid = Number.parseInt(first, 10)
  if (!(pid > 0) || !mayServe(pid, places)) return undefined
  return { pid, port: Number(port), socketDir: isAbsolute(socketDir) ? socketDir : join(places.folder, socketDir) }
}

/** Whether a process of this number runs. One that has ended stays listed, without a command line, until its parent asks for it. */
export function isAlive(pid: number): boolean {
  return isListed(pid) && commandOf(pid)?.join('') !== ''
}

function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Whether the process can be the server on this folder. Numbers of processes are given anew (after each start of the
 * machine or container), so one that is surely something else is told from ours; in doubt it is ours.
 */
function mayServe(pid: number, places: Places): boolean {
  if (!isAlive(pid)) return false
  const command = commandOf(pid)
  if (command === undefined) return true
  if (!/^(postgres|postmaster)(\.exe)?$/.test(basename(command[0] ?? ''))) return false
  const cluster = command.map((word) => /^cluster_name=(kolo-.*)$/.exec(word)?.[1]).find((name) => name !== undefined)
  return cluster === undefined || cluster === places.cluster
}

/** The words of a process's command line; undefined where this system doesn't tell. */
function commandOf(pid: number): readonly string[] | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    if (process.platform !== 'darwin') return undefined
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
  } catch {
    return undefined
  }
}

/**
 * Takes away what a killed server left, when something else has its number by now, or its remains do: PostgreSQL would
 * take that for a server. What names nobody PostgreSQL clears away itself; a file without a number is just being written.
 */
export function removeStale(places: Places): void {
  for (const file of [pidFile(places), join(places.folder, '.s.PGSQL.5432.lock')]) {
    const pid = pidIn(file)
    if (pid === undefined || !isListed(pid) || mayServe(pid, places)) continue
    const aside = `${file}.stale`
    renameSync(file, aside)
    // Between reading and renaming another starter's server may have written its own.
    if (pidIn(aside) === pid) rmSync(aside)
    else renameSync(aside, file)
  }
}

/** The process that a lock file of PostgreSQL names. */
function pidIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  // A standalone backend writes its number below zero.
  return pid > 0 ? pid : undefined
}

/** Fast shutdown: running transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(places: Places, pid: number): Promise<void> {
  const stages = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ] as const
  for (const [signal, patience] of stages) {
    if (!interrupt(places, pid, signal)) break
    const deadline = Date.now() + patience
    while (isAlive(pid) && Date.now() < deadline) await pause(5)
  }
}

/** Sends a signal to the server, if it still is the one on this folder. */
export function interrupt(places: Places, pid: number, signal: 'SIGINT' | 'SIGQUIT'): boolean {
  if (runningPostmaster(places)?.pid !== pid) return false
  process.kill(pid, signal)
  return true
}
