import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { freePort, type Process, ready, start } from './process.ts'

/** A Redis of our own on loopback, in memory only. */
export type Redis = {
  readonly url: string
  /** Sends its process a signal: SIGKILL, SIGSTOP, SIGCONT. */
  signal(name: NodeJS.Signals): void
  /** Starts it again on the same port, empty. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts Redis from the system's package; the message of its absence says what to install. */
export async function startRedis(): Promise<Redis> {
  const program = findRedis()
  const port = await freePort()
  const run = async (): Promise<Process> => {
    const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', '/tmp']
    const server = start('redis', program, args)
    await ready(server, () => answersPing(port))
    return server
  }
  let server = await run()
  return {
    url: `redis://127.0.0.1:${port}`,
    signal: (name) => void process.kill(server.pid, name),
    async restart() {
      await server.end('SIGKILL')
      server = await run()
    },
    stop: () => server.end('SIGKILL'),
  }
}

function findRedis(): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
  const found = folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'There is no redis-server. Install it: `apt-get install redis-server` (Debian, Ubuntu), `brew install redis` (macOS).',
  )
}

function answersPing(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const end = (answer: true | undefined): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('data', (data) => end(data.toString().startsWith('+PONG') || undefined))
    socket.once('error', () => end(undefined))
  })
}
