import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import { program } from './binaries.ts'
import { owner } from './cluster.ts'
import { asArgument, type Places, socketOf } from './places.ts'
import type { EmbeddedConnection } from './postmaster.ts'
import { becomesReady } from './reach.ts'

const windows = process.platform === 'win32'

/** Small, since it shares a machine with the hub; durable by PostgreSQL's defaults. */
const baseSettings: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '60',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  max_logical_replication_workers: '0',
  // Statements that fail are told to the hub; a log of them would hold what people wrote.
  log_min_messages: 'log',
  log_checkpoints: 'off',
  timezone: 'UTC',
}

export type Launch = {
  readonly binDir: string
  readonly places: Places
  readonly account: Account | undefined
  readonly settings: Readonly<Record<string, string>>
}

/** Starts the server and waits until it answers; throws with its last words where it doesn't. */
export async function launch(given: Launch): Promise<{ connection: EmbeddedConnection; pid: number }> {
  const patience = Date.now() + 60_000
  for (;;) {
    const socket = windows ? { told: '', host: '127.0.0.1' } : socketOf(given.places, given.account)
    const connection = { host: socket.host, port: windows ? await freePort() : 5432, user: owner, database: 'kolo' }
    const { pid, hasEnded } = spawnServer(given, connection, socket.told)
    if (await becomesReady(connection, () => hasEnded() || Date.now() > patience)) return { connection, pid }
    const words = readFileSync(given.places.log, 'utf8').slice(-2_000).trim()
    // The children of a server that was killed take a moment to notice.
    const soon = words.includes('is still in use') && Date.now() < patience
    if (!soon) throw new Error(`The embedded database doesn't start. ${words}`)
    await pause(100)
  }
}

function spawnServer({ binDir, places, account, settings }: Launch, connection: EmbeddedConnection, socketDir: string) {
  const listen = windows
    ? { listen_addresses: connection.host }
    : { listen_addresses: '', unix_socket_directories: socketDir }
  const own = { ...listen, port: String(connection.port), cluster_name: places.cluster }
  const options = Object.entries({ ...baseSettings, ...settings, ...own }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const output = openSync(places.log, 'w', 0o600)
  // Detached: what ends the hub (Ctrl-C, SIGKILL) must not end the database in mid-write.
  const child = spawn(program(binDir, 'postgres'), ['-D', asArgument(places.folder, account), ...options], {
    ...account,
    cwd: places.folder,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  child.unref()
  return { pid: child.pid ?? 0, hasEnded: () => ended }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 5432))
    })
  })
}
