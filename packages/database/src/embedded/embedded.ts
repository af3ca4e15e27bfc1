import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { databaseAccount } from './account.ts'
import { findBinaries, program, reachableBy } from './binaries.ts'
import { createCluster, isCreated, owner } from './cluster.ts'
import { launch } from './launch.ts'
import { checkEntry, type Places, placesOf } from './places.ts'
import {
  type EmbeddedConnection,
  interrupt,
  type Postmaster,
  removeStale,
  runningPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { becomesReady } from './reach.ts'

/** A PostgreSQL server of our own on a data folder. */
export type Embedded = {
  readonly connection: EmbeddedConnection
  /** It ran already: a server that was killed had left it. */
  readonly adopted: boolean
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** The hub's data folder; the database lies in `postgres` below it. */
  readonly dataDir: string
  /** The folder of PostgreSQL's programs; without it they are looked for. */
  readonly binDir?: string
  readonly log: (message: string) => void
  /** More settings of PostgreSQL (tests switch fsync off). */
  readonly settings?: Readonly<Record<string, string>>
  /** The database stays when this process ends without `stop` (tests share one). */
  readonly leaveRunning?: boolean
}

/** Starts the embedded database, or adopts the one that still runs on this folder. Creates it on the first call. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  mkdirSync(options.dataDir, { recursive: true })
  return (await adoptEmbedded(options.dataDir)) ?? (await startAnew(options))
}

/** How to reach the server that runs on a data folder, or undefined where none does. */
export async function locateEmbedded(dataDir: string): Promise<EmbeddedConnection | undefined> {
  return (await adoptEmbedded(dataDir))?.connection
}

/** The server that runs on a data folder, or undefined where none does. */
export async function adoptEmbedded(dataDir: string): Promise<Embedded | undefined> {
  if (!existsSync(dataDir)) return undefined
  const places = placesOf(dataDir)
  const running = runningPostmaster(places)
  if (!running) return undefined
  const connection = connectionTo(running)
  const patience = Date.now() + 60_000
  const isGone = (): boolean => runningPostmaster(places)?.pid !== running.pid
  // It may be starting, recovering or stopping: wait for what comes of it.
  if (await becomesReady(connection, () => isGone() || Date.now() > patience)) {
    return { connection, adopted: true, stop: () => stop(places, running.pid) }
  }
  if (isGone()) return undefined
  throw new Error(`The database of ${places.dataDir} runs (process ${running.pid}), but doesn't answer.`)
}

function connectionTo({ port, socketDir }: Postmaster): EmbeddedConnection {
  return { host: process.platform === 'win32' ? '127.0.0.1' : socketDir, port, user: owner, database: 'kolo' }
}

async function startAnew(options: EmbeddedOptions): Promise<Embedded> {
  const account = databaseAccount()
  const binDir = reachableBy(account, findBinaries(options.binDir))
  checkEntry(placesOf(options.dataDir), account, binDir)
  if (!isCreated(placesOf(options.dataDir))) {
    options.log('Creating the database …')
    await createCluster(binDir, placesOf(options.dataDir), account)
  }
  const places = placesOf(options.dataDir)
  removeStale(places)
  try {
    const { connection, pid } = await launch({ binDir, places, account, settings: options.settings ?? {} })
    if (runningPostmaster(places)?.pid === pid) return started(places, connection, pid, options.leaveRunning ?? false)
  } catch (error) {
    const quicker = await adoptEmbedded(options.dataDir)
    if (quicker) return quicker
    throw error
  }
  // The answer came from another starter's server, which was quicker.
  return startEmbedded(options)
}

/** For ends that forget to stop it, one for each folder however often its database is started. */
const atExits = new Map<string, () => void>()

function started(places: Places, connection: EmbeddedConnection, pid: number, leaveRunning: boolean): Embedded {
  process.off('exit', atExits.get(places.folder) ?? (() => undefined))
  // The signal is sent, nobody waits any more.
  const atExit = (): void => void interrupt(places, pid, 'SIGINT')
  if (!leaveRunning) {
    process.once('exit', atExit)
    atExits.set(places.folder, atExit)
  }
  return {
    connection,
    adopted: false,
    async stop() {
      process.off('exit', atExit)
      await stop(places, pid)
    },
  }
}

async function stop(places: Places, pid: number): Promise<void> {
  if (process.platform !== 'win32') return stopPostmaster(places, pid)
  // Windows knows no signals: what looks like one ends the server without a shutdown.
  execFileSync(program(findBinaries(undefined), 'pg_ctl'), ['stop', '-D', places.folder, '-m', 'fast', '-w'])
}
