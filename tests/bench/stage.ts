import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPool, locateEmbedded } from '@kolo/database'
import { uuidv7 } from '@kolo/sync'
import { startServer, type TestServer } from '../browser/server.ts'
import { signIn, type SignedInPerson } from '../people/person.ts'
import { type Client, clientOf } from './http.ts'

/** What the rows are measured on: the hub and its floor, on one database server. */
export type Stage = {
  readonly dataDir: string
  readonly hub: { readonly url: string; readonly pid: () => number; server(): TestServer }
  readonly floor: { readonly url: string; readonly pid: number; readonly client: Client }
  readonly writer: SignedInPerson & { readonly client: Client }
  readonly reader: SignedInPerson & { readonly personId: string }
  readonly spaceId: string
  readonly threadId: string
  /** A space whose board has 1,000 tasks, with its columns. */
  readonly board: {
    readonly spaceId: string
    readonly columnIds: readonly string[]
    readonly taskIds: readonly string[]
  }
  readonly documentId: string
  /** Ends the hub gracefully and starts it again on the same data; gives the milliseconds until it is ready. */
  restart(): Promise<number>
  close(): Promise<void>
}

const tasks = 1_000

/** Starts both servers and fills what the rows need. */
export async function setStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kolo-bench-'))
  await chmod(dataDir, 0o755)
  const options = { dataDir, env: { LOG_LEVEL: 'fatal', CALLS_PER_SECOND: '1000000' } }
  let server = await startServer(options)
  const floor = await startFloor(dataDir)
  const coordinator = await signIn(server.url, 'coordinator@demo.kolo.test')
  const partner = await signIn(server.url, 'partner-serbia@demo.kolo.test')
  const { person } = await partner.api.sessions.current.query()
  const stages = (await coordinator.api.spaces.mine.query({})).filter(({ kind }) => kind === 'stage')
  const [talk, work] = stages
  if (!talk || !work || !person) throw new Error('The demo has no stages.')
  const client = clientOf(server.url, coordinator.cookie)
  const threadId = uuidv7()
  await client.command('threads.start', { spaceId: talk.id, threadId, title: 'Bench', subject: { kind: 'space' } })
  const documentId = uuidv7()
  await client.command('documents.create', { spaceId: talk.id, documentId, title: 'Bench' })
  return {
    dataDir,
    hub: { url: server.url, pid: () => server.pid ?? 0, server: () => server },
    floor: { url: floor.url, pid: floor.pid, client: clientOf(floor.url) },
    writer: { ...coordinator, client },
    reader: { ...partner, personId: person.id },
    spaceId: talk.id,
    threadId,
    board: await fillBoard(client, coordinator, work.id),
    documentId,
    async restart() {
      await server.stop()
      const started = performance.now()
      server = await startServer(options)
      return performance.now() - started
    },
    async close() {
      client.close()
      floor.stop()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

async function fillBoard(client: Client, { api }: SignedInPerson, spaceId: string): Promise<Stage['board']> {
  const { parts } = await api.spaces.snapshot.query({ spaceId })
  const columnIds = Object.keys(parts.board.columns)
  const taskIds = Array.from({ length: tasks }, () => uuidv7())
  const batch = 50
  for (let start = 0; start < tasks; start += batch) {
    const some = taskIds.slice(start, start + batch)
    await Promise.all(
      some.map((taskId, index) => {
        const columnId = columnIds[(start + index) % columnIds.length]
        return client.command('boards.createTask', { spaceId, taskId, columnId, title: `Task number ${start + index}` })
      }),
    )
  }
  return { spaceId, columnIds, taskIds }
}

async function startFloor(dataDir: string): Promise<{ url: string; pid: number; stop(): void }> {
  const connection = await locateEmbedded(dataDir)
  if (!connection) throw new Error('The hub’s database can’t be found.')
  const admin = createPool(connection, { onError: () => undefined })
  await admin.query('create database floor')
  await admin.end()
  const file = fileURLToPath(new URL('floor/server.ts', import.meta.url))
  const child = fork(file, [JSON.stringify({ ...connection, database: 'floor' })], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') }
}
