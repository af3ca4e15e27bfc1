import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readyWithin = 60_000
const stopWithin = 30_000

/** A process of the cluster. */
export type Process = {
  readonly name: string
  readonly pid: number
  /** What it printed until now. */
  said(): string
  hasEnded(): boolean
  /** Resolves when it has ended, with its exit code if it has one. */
  readonly ended: Promise<number | null>
  /** Ends it, by default in order; resolves when it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>
}

/** Starts a process in a group of its own: Ctrl-C in the terminal reaches this script alone, which stops them in order. */
export function start(
  name: string,
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string; readonly onLine?: (line: string) => void } = {},
): Process {
  const child: ChildProcess = spawn(command, args, { cwd: root, env: options.env ?? process.env, detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      for (const line of text.split('\n').filter((each) => each.trim())) options.onLine?.(`${name}: ${line}`)
    })
  }
  child.on('error', (error) => (said += String(error)))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdin?.end(options.input ?? '')
  const hasEnded = (): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  const atExit = (): void => void child.kill('SIGKILL')
  process.once('exit', atExit)
  child.once('exit', () => process.off('exit', atExit))
  return {
    name,
    pid: child.pid ?? 0,
    said: () => said,
    hasEnded,
    ended,
    async end(signal = 'SIGTERM') {
      if (hasEnded()) return
      const gone = once(child, 'exit')
      const late = setTimeout(() => child.kill('SIGKILL'), stopWithin)
      child.kill(signal)
      await gone
      clearTimeout(late)
    },
  }
}

/** Resolves with what `probe` finds, as soon as it finds something; throws with the process's words if it ends before. */
export async function ready<Found>(of: Process, probe: () => Promise<Found | undefined>): Promise<Found> {
  const deadline = Date.now() + readyWithin
  while (Date.now() < deadline) {
    const found = await probe().catch(() => undefined)
    if (found !== undefined) return found
    if (of.hasEnded()) throw new Error(`${of.name} ended:\n${of.said()}`)
    await pause(50)
  }
  throw new Error(`${of.name} wasn't ready within ${readyWithin / 1000} s:\n${of.said()}`)
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
