import { freshSnapshot, type HubNodes } from '@kolo/api/testing'
import type { OutboxItem } from '@kolo/sync'
import { openBrowser } from './browser.ts'
import { type Chance, chanceOf } from './chance.ts'
import { virtualClock } from './clock.ts'
import { epochsOver } from './epochs.ts'
import type { Happening } from './history.ts'
import { makeServer, type Site } from './server.ts'
import { watchTraffic } from './traffic.ts'
import { makeWorld } from './world.ts'

type Place = { readonly spaceId: string; readonly threadId: string }

/** What is left of a run: how many events came out of the lines, each space in the tables, and in each browser. */
export type Delivered = {
  readonly events: number
  readonly spaces: readonly {
    readonly count: number
    readonly last: number
    readonly head: number
    readonly fresh: unknown
    readonly held: readonly unknown[]
  }[]
}

const perFrame = 8

/** Lets somebody write in two spaces until so many events have come out of hostile lines; then all of it arrives. */
export async function deliver(hub: HubNodes, { goal, seed }: { readonly goal: number; readonly seed: number }) {
  const chance = chanceOf(seed)
  const world = await makeWorld(hub, chance.fork())
  const [node] = world.nodes as readonly [(typeof world.nodes)[number]]
  const [clock, history]: [ReturnType<typeof virtualClock>, Happening[]] = [virtualClock(), []]
  const epochs = epochsOver(world.epoch, history)
  const site: Site = { world, clock, history, epochs, traffic: watchTraffic(false), admits: (is) => is }
  const server = await makeServer(site, node)
  const spaceIds = world.spacesOf('partner').slice(0, 2)
  const personId = world.personOf('partner')
  const browsers = ['one', 'two', 'three'].map((name) =>
    openBrowser({ server, clock, history }, { name, personId, spaceIds, chance: chance.fork(), wrongBy: 0 }),
  )
  await clock.pass(1_000)
  const places = spaceIds.map((spaceId): Place => ({ spaceId, threadId: chance.id() }))
  for (const place of places)
    await node.run(personId, 'threads.start', chance.id(), { ...place, title: 'Busy', subject: { kind: 'space' } })
  let events = 0
  while (events < goal) {
    await Promise.all(places.map((place) => node.runTogether(personId, messages(chance, place))))
    await clock.pass(chance.pick([10, 50, 200]))
    if (chance.happens(0.02)) chance.pickAny(browsers)!.link.cut(chance.happens(0.5))
    for (const happening of history.splice(0)) if (happening.what === 'brought') events += happening.events
  }
  for (const browser of browsers) browser.link.heal()
  await clock.pass(30_000)
  const spaces: Delivered['spaces'][number][] = []
  for (const spaceId of spaceIds) {
    const { rows } = await hub.pool.query<{ count: number; last: number }>(
      'select count(*)::int as count, max(seq) as last from event where space_id = $1',
      [spaceId],
    )
    const { seq, parts } = await freshSnapshot(hub.pool, spaceId)
    const held = browsers.map((browser) => browser.space(spaceId).replica.confirmed())
    spaces.push({ ...rows[0]!, head: seq, fresh: plain(parts), held: held.map((each) => plain(each?.parts)) })
  }
  for (const browser of browsers) browser.end()
  server.stop()
  return { events, spaces } satisfies Delivered
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const messages = (chance: Chance, place: Place): OutboxItem[] =>
  Array.from({ length: perFrame }, () => ({
    commandId: chance.id(),
    spaceId: place.spaceId,
    name: 'message.post',
    path: 'threads.post',
    input: { ...place, messageId: chance.id(), body: 'On', fileIds: [] },
    at: '2026-11-23T08:00:00.000Z',
    state: 'saving',
    version: 1,
  }))
