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

/** The server is ended and started again while 500 pages are open: how long until each has what was written since. */
export const p12: Row = {
  id: 'P12',
  title: '500 clients reconnect after a restart',
  target: 'all at head ≤ 10 s, pool never exhausted, no 5xx',
  once: true,
  async measure(stage: Stage): Promise<Figure[]> {
    const watched: Watched = { failed: 0, took: [] }
    const clients = await openPages(stage, watched)
    // By HTTP: the pages of the writer come back as slowly as all others.
    const post = () => postMessage(stage, undefined, stage.writer.client)
    await post()
    const { seq } = await stage.reader.api.spaces.snapshot.query({ spaceId: stage.spaceId })
    await arrivals(stage, clients, seq)
    watched.failed = 0
    await stage.restart()
    const failedMeanwhile = watched.failed
    Object.assign(watched, { failed: 0, took: [] })
    const logged = stage.hub.server.stdout.length
    const [pids, ready] = [[...stage.hub.pids(), ...databasePids(stage.dataDir)], performance.now()]
    const before = cpuOf(pids)
    // What nobody has yet: the writer waits among all the others.
    const [{ live, atHead }] = await Promise.all([arrivals(stage, clients, seq + 1), post()])
    const used = cpuOf(pids) - before
    for (const { close } of clients) close()
    const errors = stage.hub.server.stdout.slice(logged).match(/"level":50/g)?.length ?? 0
    const seconds = (moments: readonly number[]): number[] => moments.map((at) => (at - ready) / 1000)
    return [
      { label: 'ready → connected again', unit: 's', hub: spreadOf(seconds(live)) },
      { label: 'most who connected in a tenth of a second', unit: '', hub: densest(seconds(live)) },
      { label: 'ready → at head', unit: 's', hub: spreadOf(seconds(atHead)) },
      { label: 'ready → all at head', unit: 's', hub: Math.max(...seconds(atHead)) },
      { label: 'CPU of server and database meanwhile', unit: 's', hub: used / 1000 },
      { label: 'answers over HTTP meanwhile', unit: 'ms', hub: spreadOf(watched.took) },
      { label: 'how many answers', unit: '', hub: watched.took.length },
      { label: 'answers 5xx since it was ready', unit: '', hub: watched.failed },
      { label: 'answers 5xx while it stopped', unit: '', hub: failedMeanwhile },
      { label: 'errors logged (an exhausted pool is one)', unit: '', hub: errors },
    ]
  },
}

async function openPages(stage: Stage, watched: Watched): Promise<ConnectedClient[]> {
  const clients: ConnectedClient[] = []
  while (clients.length < pages) {
    const opening = Array.from({ length: atOnce }, async (_, index) => {
      const { cookie } = stage.crowd[(clients.length + index) % stage.crowd.length] as Member
      const person = watchedPerson(stage.hub.url, cookie, watched)
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

/** When each of them was connected, and when it had the event of this number, too. */
async function arrivals(
  { spaceId }: Stage,
  clients: readonly ConnectedClient[],
  head: number,
): Promise<{ live: number[]; atHead: number[] }> {
  const [live, atHead]: [number[], number[]] = [[], []]
  const pages = clients.map(({ client }) => ({ client, replica: client.open(spaceId).replica, seenLive: false }))
  while (atHead.length < clients.length) {
    for (const page of pages.splice(0)) {
      const isLive = page.client.connection() === 'live'
      if (isLive && !page.seenLive) live.push(performance.now())
      page.seenLive ||= isLive
      if (isLive && (page.replica.confirmed()?.seq ?? 0) >= head) atHead.push(performance.now())
      else pages.push(page)
    }
    await pause(10)
  }
  return { live, atHead }
}

function densest(seconds: readonly number[]): number {
  const tenths = Map.groupBy(seconds, (second) => Math.floor(second * 10))
  return Math.max(...Array.from(tenths.values(), ({ length }) => length))
}
