import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A Node process of its own that runs TypeScript; `said` are the lines that it printed. */
export type Child = {
  readonly process: ChildProcess
  readonly said: readonly string[]
  /** Waits until it has printed this many lines; throws with its complaints when it ends before. */
  lines(count: number): Promise<readonly string[]>
  /** Waits for its end, gives its lines; throws with its complaints when it failed. */
  end(): Promise<readonly string[]>
}

/** The address of a source file, for the child's imports. */
export const source = (path: string): string => new URL(`../src/${path}`, import.meta.url).href

/** Runs code in another process. */
export function inChild(code: string): Child {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said: string[] = []
  let rest = ''
  let complaints = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n')
    rest = parts.pop() ?? ''
    said.push(...parts)
  })
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const closed = once(child, 'close') as Promise<[number | null]>
  return {
    process: child,
    said,
    async lines(count) {
      while (said.length < count) {
        const ended = await Promise.race([once(child.stdout, 'data').then(() => false), closed.then(() => true)])
        if (ended && said.length < count) throw new Error(complaints || 'It ended without a word.')
      }
      return said
    },
    async end() {
      const [code] = await closed
      if (code !== 0) throw new Error(complaints)
      return said
    },
  }
}
