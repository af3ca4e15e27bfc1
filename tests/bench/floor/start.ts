import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { connectionOf, onDatabase } from '../../database/hub-database.ts'

/** A floor that runs. */
export type Floor = { readonly url: string; readonly pid: number; stop(): void }

const programs = { http: new URL('./server.ts', import.meta.url), sockets: new URL('./ws.ts', import.meta.url) }

/** Starts one of the floors in a process of its own, on a database of its own beside the hub's. */
export async function startFloor(dataDir: string, which: keyof typeof programs, scale = 1): Promise<Floor> {
  await onDatabase(dataDir, async (run) => {
    const known = await run(`select 1 from pg_database where datname = 'floor'`)
    if (known.length === 0) await run('create database floor')
  })
  const connection = { ...(await connectionOf(dataDir)), database: 'floor' }
  const file = fileURLToPath(programs[which])
  const child = fork(file, [JSON.stringify(connection), String(scale)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') }
}
