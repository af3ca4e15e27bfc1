import { setTimeout as pause } from 'node:timers/promises'
import { type ConnectedClient, connectClient } from '../../sync/faults/connected-client.ts'
import type { Member } from '../crowd.ts'
import { type Figure, spreadOf } from '../figures.ts'
import { type Watched, watchedPerson } from '../pages.ts'
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
    await untilAll(stage, clients, await post(stage))
    watched.failed = 0
    await stage.restart()
    const failedMeanwhile = watched.failed
    Object.assign(watched, { failed: 0, took: [] })
    const logged = stage.hub.server.stdout.length
    const ready = performance.now()
    const arrivals = await untilAll(stage, clients, await post(stage))
    for (const { close } of clients) close()
    const errors = stage.hub.server.stdout.slice(logged).match(/"level":50/g)?.length ?? 0
    const seconds = arrivals.map((at) => (at - ready) / 1000)
    return [
      { label: 'ready → at head', unit: 's', hub: spreadOf(seconds) },
      { label: 'ready → all at head', unit: 's', hub: Math.max(...seconds) },
      { label: 'most who arrived in a tenth of a second', unit: '', hub: densest(seconds) },
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

/** Writes what nobody has yet; gives its number. */
async function post(stage: Stage): Promise<number> {
  await postMessage(stage)
  const { seq } = await stage.reader.api.spaces.snapshot.query({ spaceId: stage.spaceId })
  return seq
}

/** When each of them was connected and had the event of this number. */
async function untilAll({ spaceId }: Stage, clients: readonly ConnectedClient[], head: number): Promise<number[]> {
  const arrivals: number[] = []
  let missing = clients.map(({ client }) => ({ client, replica: client.open(spaceId).replica }))
  while (missing.length > 0) {
    missing = missing.filter(({ client, replica }) => {
      const isThere = client.connection() === 'live' && (replica.confirmed()?.seq ?? 0) >= head
      if (isThere) arrivals.push(performance.now())
      return !isThere
    })
    await pause(10)
  }
  return arrivals
}

function densest(seconds: readonly number[]): number {
  const tenths = Map.groupBy(seconds, (second) => Math.floor(second * 10))
  return Math.max(...Array.from(tenths.values(), ({ length }) => length))
}
