import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * `dataDir`: an existing folder, kept afterwards; `args`: for the first start, such as `--empty`; `env` wins over defaults;
 * `demo`: begin with the demo that the run has prepared, instead of making it anew.
 */
export type ServerOptions = {
  readonly demo?: 'prepared'
  readonly dataDir?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Hears what is printed, from the very first; `end` sends SIGTERM. */
  readonly onOutput?: (text: string, end: () => void) => void
}

/** A real server in a process of its own, on loopback, with a data folder and a port that it keeps over restarts. */
export type TestServer = {
  readonly url: string
  readonly dataDir: string
  /** The process that runs now; another one after a restart. */
  readonly pid: number | undefined
  /** Everything that the server printed since the first start. */
  readonly stdout: string
  /** Ends it at once, as a crash would (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>
  /** Starts it again on the same data and port (after ending it gracefully, if it still runs); resolves when ready. */
  restart(): Promise<void>
  /** Ends it gracefully, with its database, and removes a data folder that it made. */
  stop(): Promise<void>
}

/** Names the folder in which the run has prepared the demo. */
export const demoDataVariable = 'KOLO_TEST_DEMO'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readyWithin = 60_000
const settings = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'KOLO_DATA',
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'TRUST_PROXY',
  'KOLO_FAILPOINT',
  'LOG_LEVEL',
]

/** Starts the server on a free port and resolves when `/readyz` says so; throws with its output if it ends before. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await makeDataDir())
  const prepared = process.env[demoDataVariable]
  // By the system's own way: owners and rights are the database's.
  if (options.demo && prepared !== undefined) await promisify(execFile)('cp', ['-a', `${prepared}/.`, dataDir])
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    NODE_COMPILE_CACHE: join(tmpdir(), 'kolo-compile-cache'),
    ...environmentWithoutSettings(),
    PORT: String(port),
    KOLO_DATA: dataDir,
    ...options.env,
  }
  let stdout = ''
  let child: ChildProcess | undefined

  const run = async (args: readonly string[] = []): Promise<void> => {
    const started = spawn(process.execPath, ['apps/api/src/main.ts', ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const printed = stdout.length
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        stdout += text
        options.onOutput?.(text, () => started.kill('SIGTERM'))
      })
    await untilReady(url, started, () => stdout)
    // It answers a moment before it has told where it is, and what its link is.
    while (!hasEnded(started) && !stdout.slice(printed).includes('Kolo is ready')) await wait(5)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (!child || hasEnded(child)) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  const stop = async (): Promise<void> => {
    await end('SIGTERM')
    // A folder that was given may be in use by the server that this one was refused for.
    if (options.dataDir) return
    endOrphanedDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }

  process.once('exit', () => child?.kill('SIGKILL'))
  await run(options.args).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return {
    url,
    dataDir,
    get pid() {
      return child?.pid
    },
    get stdout() {
      return stdout
    },
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM')
      await run()
    },
    stop,
  }
}

/** A server that runs as root gives its database to another user, who must be able to come in. */
export async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kolo-data-'))
  await chmod(folder, 0o755)
  return folder
}

/** Resolves with a TCP port of loopback that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** The settings of whoever runs the tests must not reach the servers under test. */
function environmentWithoutSettings(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !settings.includes(name) && !name.startsWith('VITEST'),
  )
  return { ...Object.fromEntries(inherited), NODE_ENV: 'production' }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + readyWithin
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new Error(`The server ended (${child.exitCode ?? child.signalCode}):\n${output()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error(`The server wasn't ready within ${readyWithin / 1000} s:\n${output()}`)
}

/** A killed server leaves its embedded database running for the next start; when there is none, end it by its pid file. */
function endOrphanedDatabase(dataDir: string): void {
  for (const file of globSync('{,*/,*/*/}postmaster.pid', { cwd: dataDir })) {
    const pid = Number(readFileSync(join(dataDir, file), 'utf8').split('\n')[0])
    try {
      process.kill(pid, 'SIGINT')
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}
