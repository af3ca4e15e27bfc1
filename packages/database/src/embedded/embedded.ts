import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Account, databaseAccount, handOver } from './account.ts'
import { type Binaries, findBinaries, isReachable, readableBy } from './binaries.ts'
import { answers, type EmbeddedConnection, isAlive, runningPostmaster, untilAnswers } from './postmaster.ts'

/** A PostgreSQL server of our own on a data folder. */
export type Embedded = {
  readonly connection: EmbeddedConnection
  /** It ran already: a server that was killed had left it. */
  readonly adopted: boolean
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** The hub's data folder; the database lives in `postgres` below it. */
  readonly dataDir: string
  readonly binDir?: string
  readonly log: (message: string) => void
  /** More settings of PostgreSQL (tests switch fsync off). */
  readonly settings?: Readonly<Record<string, string>>
}

const user = 'kolo'
const database = 'kolo'
const port = 5432
const windows = process.platform === 'win32'

/** Starts the embedded database, or adopts the one that still runs on this folder. Creates it on the first call. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = folderOf(options.dataDir)
  const account = databaseAccount()
  const adopted = await adopt(folder)
  if (adopted) return { connection: adopted.connection, adopted: true, stop: () => stopServer(folder, adopted.pid) }

  const found = findBinaries(options.binDir)
  const binaries = account ? readableBy(account.uid, found) : found
  const real = prepareFolders(options.dataDir, folder, account)
  const fresh = !existsSync(join(folder, 'PG_VERSION'))
  if (fresh) {
    options.log('Creating the database …')
    await initialize(binaries, real, account)
  }
  const { connection, pid } = await launch(binaries, { folder: real, socketDir: socketDirOf(folder) }, account, options.settings ?? {})
  if (!(await answers(connection))) await createDatabaseOnce(connection)
  return { connection, adopted: false, stop: () => stopServer(folder, pid) }
}

/** How to reach the server that runs on a data folder, or undefined where none does. */
export async function locateEmbedded(dataDir: string): Promise<EmbeddedConnection | undefined> {
  return (await adopt(folderOf(dataDir)))?.connection
}

const folderOf = (dataDir: string): string => join(resolve(dataDir), 'postgres')

async function adopt(folder: string): Promise<{ connection: EmbeddedConnection; pid: number } | undefined> {
  const running = runningPostmaster(folder)
  if (!running) return undefined
  const connection = { host: windows ? '127.0.0.1' : running.socketDir, port: running.port, user, database }
  // It may be starting or stopping: give it a moment to say which.
  for (let tries = 0; tries < 200 && isAlive(running.pid); tries += 1) {
    if (await answers(connection)) return { connection, pid: running.pid }
    await pause(50)
  }
  return undefined
}

/** Makes the folders; gives where the database really lies. */
function prepareFolders(dataDir: string, folder: string, account: Account | undefined): string {
  mkdirSync(dataDir, { recursive: true })
  if (account && !existsSync(folder) && !isReachable(account.uid, resolve(dataDir))) symlinkSync(reachablePlace(), folder)
  else mkdirSync(folder, { recursive: true, mode: 0o700 })
  const real = realpathSync(folder)
  handOver(real, account)
  if (!windows) {
    mkdirSync(socketDirOf(folder), { recursive: true, mode: 0o700 })
    handOver(socketDirOf(folder), account)
  }
  return real
}

/**
 * Root's own folders are closed to the account that PostgreSQL runs under: then the database lies in a folder of its own
 * below /var/lib, and the data folder holds a link to it.
 */
const reachablePlace = (): string => mkdtempSync('/var/lib/kolo-')

/** Unix sockets have paths of 107 bytes at the most, so it lies in the temporary folder, named by the data folder. */
function socketDirOf(folder: string): string {
  return join(tmpdir(), `kolo-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
}

async function initialize({ binDir }: Binaries, folder: string, account: Account | undefined): Promise<void> {
  const icu = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C']
  const args = ['-D', folder, '-U', user, '-A', 'trust', '--no-instructions', ...icu]
  await finished(join(binDir, 'initdb'), args, account, folder)
}

function finished(program: string, args: string[], account: Account | undefined, cwd: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...account, cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${program} failed: ${complaints.trim()}`))))
  })
}

const baseSettings: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '60',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  log_min_messages: 'warning',
  timezone: 'UTC',
}

async function launch(
  { binDir }: Binaries,
  { folder, socketDir }: { readonly folder: string; readonly socketDir: string },
  account: Account | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<{ connection: EmbeddedConnection; pid: number }> {
  const host = windows ? '127.0.0.1' : socketDir
  const listen = windows ? { listen_addresses: host } : { listen_addresses: '', unix_socket_directories: host }
  const given = Object.entries({ ...baseSettings, ...listen, port: String(port), ...settings })
  const logFile = join(folder, 'kolo.log')
  writeFileSync(logFile, '')
  const output = openSync(logFile, 'a')
  // Detached: a SIGKILL or Ctrl-C for the hub must not take the database with it in mid-write.
  const child = spawn(join(binDir, 'postgres'), ['-D', folder, ...given.flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
  })
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  child.unref()
  const connection = { host, port, user, database }
  await untilAnswers(connection, () => ended, () => readFileSync(logFile, 'utf8').slice(-2_000))
  return { connection, pid: child.pid ?? 0 }
}

async function createDatabaseOnce(connection: EmbeddedConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    await client.query(`create database ${database}`)
  } catch (error) {
    // Another starter was quicker.
    if (!(error instanceof pg.DatabaseError) || error.code !== '42P04') throw error
  } finally {
    await client.end()
  }
}

/** Fast shutdown: running transactions are rolled back, everything committed is on disk. */
async function stopServer(folder: string, pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + 20_000
  while (existsSync(join(folder, 'postmaster.pid')) && isAlive(pid) && Date.now() < deadline) await pause(10)
}
