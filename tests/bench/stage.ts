import { uuidv7 } from '@kolo/sync'
import type { TestServer } from '../browser/server.ts'
import { clientWith, type SignedInPerson } from '../people/person.ts'
import { type CommandLine, openCommandLines } from './command-lines.ts'
import { enrol, type Member } from './crowd.ts'
import { fillBoard, fillThread, type FullBoard } from './fill.ts'
import { startFloor } from './floor/start.ts'
import { demoHost } from './host.ts'
import { type Client, clientOf } from './http.ts'
import { twoNodes } from './two-nodes.ts'

/** On how many nodes, and with how many times the data. */
export type Setting = { readonly nodes: number; readonly scale: number }

/** What the rows are measured on: the hub and its floor, on one database server. */
export type Stage = {
  readonly dataDir: string
  /** Of several nodes, `url` and `server` are the first. */
  readonly hub: { readonly url: string; pids(): number[]; readonly server: TestServer }
  readonly floor: { readonly url: string; readonly pid: number; readonly client: Client }
  /** `client` asks the nodes in turn by HTTP; of the pages, too, each is on the next node, the first not on the reader's. */
  readonly writer: SignedInPerson & { readonly client: Client; page(index: number): CommandLine }
  readonly reader: SignedInPerson & Member
  /** People of the space to talk in. */
  readonly crowd: readonly Member[]
  readonly spaceId: string
  readonly threadId: string
  /** A space whose board has 1,000 tasks, times the scale, with its columns. */
  readonly board: FullBoard
  readonly documentId: string
  /** Ends the first node gracefully and starts it again on the same data; gives the milliseconds until it is ready. */
  restart(): Promise<number>
  close(): Promise<void>
}

const crowdSize = 20

/** Starts both servers and fills what the rows need. */
export async function setStage({ nodes, scale }: Setting): Promise<Stage> {
  const host = await (nodes > 1 ? twoNodes() : demoHost())
  const { dataDir, coordinator, spaceIds } = host
  const [server] = host.nodes
  const [spaceId, workId] = spaceIds
  const far = host.nodes.at(-1) ?? server
  const [reader, ...crowd] = await enrol(dataDir, spaceIds, crowdSize + 1)
  if (!reader) throw new Error('There is nobody to read.')
  const floor = await startFloor(dataDir, 'http', scale)
  const client = clientOf(
    host.nodes.map(({ url }) => url),
    coordinator.cookie,
  )
  const lines = await openCommandLines(
    host.nodes.map(({ url }) => url),
    coordinator.cookie,
  )
  const [threadId, documentId] = [uuidv7(), uuidv7()]
  await client.command('threads.start', { spaceId, threadId, title: 'Bench', subject: { kind: 'space' } })
  await client.command('documents.create', { spaceId, documentId, title: 'Bench' })
  await fillThread(client, { spaceId, threadId }, scale)
  return {
    dataDir,
    hub: { url: server.url, pids: () => host.nodes.map(({ pid }) => pid ?? 0), server },
    floor: { url: floor.url, pid: floor.pid, client: clientOf([floor.url]) },
    writer: { ...coordinator, client, page: lines.line },
    reader: { ...reader, url: far.url, api: clientWith(far.url, reader.cookie) },
    crowd,
    spaceId,
    threadId,
    board: await fillBoard(client, coordinator, workId, scale),
    documentId,
    async restart() {
      await server.stop()
      const started = performance.now()
      await server.restart()
      return performance.now() - started
    },
    async close() {
      client.close()
      lines.close()
      floor.stop()
      await host.stop()
    },
  }
}
