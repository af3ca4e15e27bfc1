import { uuidv7 } from '@kolo/sync'
import type { TestServer } from '../browser/server.ts'
import { clientWith, type SignedInPerson } from '../people/person.ts'
import { type CommandLine, openCommandLines } from './command-lines.ts'
import { enrol, type Member } from './crowd.ts'
import { fillBoard, fillThread, type FullBoard } from './fill.ts'
import { startFloor } from './floor/start.ts'
import { demoHost, type Host } from './host.ts'
import { type Client, clientOf } from './http.ts'
import { twoNodes } from './two-nodes.ts'

/** On how many nodes, and with how many times the data. */
export type Setting = { readonly nodes: number; readonly scale: number }

/** What the rows are measured on: the hub and its floor, on one database server. */
export type Stage = {
  readonly dataDir: string
  /** Of several nodes, `url` is the first. */
  readonly hub: {
    readonly url: string
    /** Of each node. */
    readonly urls: readonly string[]
    /** Where pages connect: before several nodes stands a proxy. */
    readonly entry: string
    pids(): number[]
    /** What the nodes printed until now. */
    printed(): string
  }
  /** Through which Redis the nodes, the floor's too, tell each other; none of one node. */
  readonly redisUrl: string | undefined
  /** `farUrl` is the last node; `client` asks each in turn. */
  readonly floor: {
    readonly url: string
    readonly farUrl: string
    readonly pids: readonly number[]
    readonly client: Client
  }
  /** `client` asks the nodes in turn by HTTP; of the pages, too, each is on the next node, the first not on the reader's. */
  readonly writer: SignedInPerson & { readonly client: Client; page(index: number): CommandLine }
  readonly reader: SignedInPerson & Member
  /** People of the space to talk in. */
  readonly crowd: readonly Member[]
  readonly spaceId: string
  readonly threadId: string
  /** A space whose board has 1,000 tasks, times the scale, with its columns. */
  readonly board: FullBoard
  /** As many tasks in a space that nobody writes to: the hub has nothing of it in memory. */
  readonly quietBoard: FullBoard
  readonly documentId: string
  /** Ends the first node, or all. */
  end(which: 'first' | 'all', how: 'gracefully' | 'by SIGKILL'): Promise<void>
  /** Starts what was ended again on the same data; gives the milliseconds until it is ready. */
  begin(): Promise<number>
  close(): Promise<void>
}

const crowdSize = 20

/** Starts both servers and fills what the rows need. */
export async function setStage({ nodes, scale }: Setting): Promise<Stage> {
  const host = await (nodes > 1 ? twoNodes() : demoHost())
  const { dataDir, redisUrl, coordinator, spaceIds } = host
  const [server] = host.nodes
  const [spaceId, workId, quietId] = spaceIds
  const far = host.nodes.at(-1) ?? server
  const [reader, ...crowd] = await enrol(dataDir, spaceIds, crowdSize + 1)
  if (!reader) throw new Error('There is nobody to read.')
  const urls = host.nodes.map(({ url }) => url)
  const client = clientOf(urls, coordinator.cookie)
  const board = await fillBoard(client, coordinator, workId, scale)
  const quietBoard = await fillBoard(client, coordinator, quietId, scale)
  // What was written is remembered; started again, nothing is.
  for (const node of host.nodes) await node.restart()
  const floor = await startFloor({ dataDir, redisUrl, scale }, 'http')
  const lines = await openCommandLines(urls, coordinator.cookie)
  const [threadId, documentId] = [uuidv7(), uuidv7()]
  await client.command('threads.start', { spaceId, threadId, title: 'Bench', subject: { kind: 'space' } })
  await client.command('documents.create', { spaceId, documentId, title: 'Bench' })
  await fillThread(client, { spaceId, threadId }, scale)
  return {
    dataDir,
    hub: {
      url: server.url,
      urls,
      entry: host.entry,
      pids: () => host.nodes.map(({ pid }) => pid ?? 0),
      printed: () => host.nodes.map(({ stdout }) => stdout).join(''),
    },
    redisUrl,
    floor: {
      url: floor.url,
      farUrl: floor.urls.at(-1) ?? floor.url,
      pids: floor.pids,
      client: clientOf(floor.urls),
    },
    writer: { ...coordinator, client, page: lines.line },
    reader: { ...reader, url: far.url, api: clientWith(far.url, reader.cookie) },
    crowd,
    spaceId,
    threadId,
    board,
    quietBoard,
    documentId,
    ...endings(host),
    async close() {
      client.close()
      lines.close()
      floor.stop()
      await host.stop()
    },
  }
}

/** How nodes end and begin again. */
function endings({ nodes }: Host): Pick<Stage, 'end' | 'begin'> {
  let ended: readonly TestServer[] = []
  return {
    async end(which, how) {
      ended = which === 'first' ? nodes.slice(0, 1) : nodes
      await Promise.all(ended.map((node) => (how === 'gracefully' ? node.stop() : node.kill())))
    },
    async begin() {
      const started = performance.now()
      await Promise.all(ended.map((node) => node.restart()))
      return performance.now() - started
    },
  }
}
