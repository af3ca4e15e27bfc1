import { setTimeout as pause } from 'node:timers/promises'
import { type ConnectedClient, connectClient } from '../../sync/faults/connected-client.ts'
import type { Member } from '../crowd.ts'
import { type Figure, spreadOf } from '../figures.ts'
import { type Watched, watchedPerson } from '../pages.ts'
import { cpuOf, databasePids } from '../processes.ts'
import type { Row } from '../row.ts'
import type { Stage } from '../stage.ts'
import { postMessage } from '../writes.ts'

const [pages, atOnce] = [500, 50]

type End = { readonly name: string; readonly which: 'first' | 'all'; readonly how: 'gracefully' | 'by SIGKILL' }

const ofOneNode: readonly End[] = [
  { name: 'restart', which: 'all', how: 'gracefully' },
  { name: 'SIGKILL', which: 'all', how: 'by SIGKILL' },
]
const ofTwoNodes: readonly End[] = [
  { name: 'restart of one', which: 'first', how: 'gracefully' },
  { name: 'restart of both', which: 'all', how: 'gracefully' },
  { name: 'SIGKILL of one', which: 'first', how: 'by SIGKILL' },
  { name: 'SIGKILL of both', which: 'all', how: 'by SIGKILL' },
]

/** Servers end and are started again while 500 pages are open: how long until each has what was written since. */
export const p12: Row = {
  id: 'P12',
  title: '500 clients reconnect after a restart, after SIGKILL',
  target: 'all at head ≤ 10 s, pool never exhausted, no 5xx',
  goals: [
    { label: 'until all are at head', atMost: 10 },
    { label: 'answers 5xx since it was ready', atMost: 0 },
    { label: 'errors logged (an exhausted pool is one)', atMost: 0 },
  ],
  once: true,
  async measure(stage: Stage): Promise<Figure[]> {
    const watched: Watched = { failed: 0, took: [] }
    const clients = await openPages(stage, watched)
    const figures: Figure[] = []
    for (const end of stage.hub.urls.length > 1 ? ofTwoNodes : ofOneNode)
      figures.push(...(await cameBack(stage, clients, watched, end)))
    for (const { close } of clients) close()
    return figures
  },
}

/** One such end; counts from when there is somebody to come back to. */
async function cameBack(
  stage: Stage,
  clients: readonly ConnectedClient[],
  watched: Watched,
  { name, which, how }: End,
): Promise<Figure[]> {
  // By HTTP: the pages of the writer come back as slowly as all others.
  const post = () => postMessage(stage, undefined, stage.writer.client)
  const headOf = async () => (await stage.reader.api.spaces.snapshot.query({ spaceId: stage.spaceId })).seq
  await post()
  await arrivals(stage, clients, await headOf())
  const head = await headOf()
  Object.assign(watched, { failed: 0, took: [] })
  await stage.end(which, how)
  const cut = await cutOff(clients)
  const isOther = which === 'first' && stage.hub.urls.length > 1
  const ended = performance.now()
  const beginning = stage.begin()
  if (!isOther) await beginning
  const since = isOther ? ended : performance.now()
  const failedMeanwhile = watched.failed
  Object.assign(watched, { failed: 0, took: [] })
  const logged = stage.hub.printed().length
  const pids = [...stage.hub.pids(), ...databasePids(stage.dataDir)]
  const before = cpuOf(pids)
  // What nobody has yet: the writer waits among all the others.
  const [{ live, atHead }] = await Promise.all([arrivals(stage, cut, head + 1), beginning.then(post)])
  const used = cpuOf(pids) - before
  const errors =
    stage.hub
      .printed()
      .slice(logged)
      .match(/"level":50/g)?.length ?? 0
  const seconds = (moments: readonly number[]): number[] => moments.map((at) => (at - since) / 1000)
  const figures: Figure[] = [
    { label: 'pages that were cut off', unit: '', hub: cut.length },
    { label: 'until connected again', unit: 's', hub: spreadOf(seconds(live)) },
    { label: 'most who connected in a tenth of a second', unit: '', hub: densest(seconds(live)) },
    { label: 'until at head', unit: 's', hub: spreadOf(seconds(atHead)) },
    { label: 'until all are at head', unit: 's', hub: Math.max(...seconds(atHead)) },
    { label: 'CPU of servers and database meanwhile', unit: 's', hub: used / 1000 },
    { label: 'answers over HTTP meanwhile', unit: 'ms', hub: spreadOf(watched.took) },
    { label: 'how many answers', unit: '', hub: watched.took.length },
    { label: 'answers 5xx since it was ready', unit: '', hub: watched.failed },
    { label: 'answers 5xx while it ended', unit: '', hub: failedMeanwhile },
    { label: 'errors logged (an exhausted pool is one)', unit: '', hub: errors },
  ]
  return figures.map((figure) => ({ ...figure, label: `${name}: ${figure.label}` }))
}

async function openPages(stage: Stage, watched: Watched): Promise<ConnectedClient[]> {
  const clients: ConnectedClient[] = []
  while (clients.length < pages) {
    const opening = Array.from({ length: atOnce }, async (_, index) => {
      const { cookie } = stage.crowd[(clients.length + index) % stage.crowd.length] as Member
      const person = watchedPerson(stage.hub.entry, cookie, watched)
      const connected = await connectClient(person, undefined, 'as pages do')
      connected.client.open(stage.spaceId)
      // The lists that stand on every page.
      const lists = () => Promise.all([person.api.spaces.mine.query({}), person.api.projects.mine.query({})])
      connected.client.onHint(() => void lists().catch(() => undefined))
      return connected
    })
    clients.push(...(await Promise.all(opening)))
  }
  return clients
}

/** Those whose line broke: told by the operating system within a moment, long before the first of them comes back. */
async function cutOff(clients: readonly ConnectedClient[]): Promise<readonly ConnectedClient[]> {
  const isCut = ({ client }: ConnectedClient): boolean => client.connection() !== 'live'
  while (!clients.some(isCut)) await pause(5)
  await pause(100)
  return clients.filter(isCut)
}

/** When each of them was connected, and when it had the event of this number, too. */
async function arrivals(
  { spaceId }: Stage,
  clients: readonly ConnectedClient[],
  head: number,
): Promise<{ live: number[]; atHead: number[] }> {
  const [live, atHead]: [number[], number[]] = [[], []]
  const waiting = clients.map(({ client }) => ({ client, replica: client.open(spaceId).replica, seenLive: false }))
  while (atHead.length < clients.length) {
    for (const page of waiting.splice(0)) {
      const isLive = page.client.connection() === 'live'
      if (isLive && !page.seenLive) live.push(performance.now())
      page.seenLive ||= isLive
      if (isLive && (page.replica.confirmed()?.seq ?? 0) >= head) atHead.push(performance.now())
      else waiting.push(page)
    }
    await pause(10)
  }
  return { live, atHead }
}

function densest(seconds: readonly number[]): number {
  const tenths = Map.groupBy(seconds, (second) => Math.floor(second * 10))
  return Math.max(...Array.from(tenths.values(), ({ length }) => length))
}
