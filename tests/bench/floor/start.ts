import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { connectionOf, onDatabase } from '../../database/hub-database.ts'

/** A floor that runs, on as many nodes as the hub; `url` is the first. */
export type Floor = {
  readonly url: string
  readonly urls: readonly string[]
  readonly pids: readonly number[]
  stop(): void
}

/** Where a floor runs: beside which database, and told through which Redis if it has two nodes. */
export type Ground = { readonly dataDir: string; readonly redisUrl?: string | undefined; readonly scale?: number }

/** What one node of a floor is told at its start; the first one makes the tables. */
export type FloorSettings = {
  readonly connection: Awaited<ReturnType<typeof connectionOf>>
  readonly redisUrl: string | undefined
  readonly scale: number
  readonly isFirst: boolean
}

const programs = { http: new URL('./server.ts', import.meta.url), sockets: new URL('./ws.ts', import.meta.url) }

/** Starts one of the floors, each node in a process of its own, on a database of its own beside the hub's. */
export async function startFloor(
  { dataDir, redisUrl, scale = 1 }: Ground,
  which: keyof typeof programs,
): Promise<Floor> {
  await onDatabase(dataDir, async (run) => {
    const known = await run(`select 1 from pg_database where datname = 'floor'`)
    if (known.length === 0) await run('create database floor')
  })
  const connection = { ...(await connectionOf(dataDir)), database: 'floor' }
  const begin = (isFirst: boolean) => startNode(which, { connection, redisUrl, scale, isFirst })
  const first = await begin(true)
  const nodes = redisUrl === undefined ? [first] : [first, await begin(false)]
  return {
    url: first.url,
    urls: nodes.map(({ url }) => url),
    pids: nodes.map(({ pid }) => pid),
    stop: () => nodes.forEach(({ stop }) => stop()),
  }
}

async function startNode(which: keyof typeof programs, settings: FloorSettings) {
  const child = fork(fileURLToPath(programs[which]), [JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') }
}
