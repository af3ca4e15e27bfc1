import { setImmediate as everythingElse } from 'node:timers/promises'
import { foreignLog, type HubNode } from '@kolo/api/testing'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Chance } from './chance.ts'
import type { Site } from './server.ts'

/** What nodes tell each other: hints, some with the events themselves, of which a seed loses, doubles and delays some. Each looks for itself, too. */
export type Between = {
  /** For so many milliseconds nothing that is said arrives. */
  deafen(milliseconds: number): void
  /** From now on nothing is lost, and everything is quick. */
  heal(): void
  stop(): void
}

/** A node's ear: the hub's own path of foreign events, which reads in the log what it has heard of. */
export type Ear = {
  /** Resolves when what was heard of has been read, and told to the node's listeners. */
  hear(spaceId: string, after: number, events?: readonly Envelope[]): Promise<void>
  stop(): void
}

const lookEvery = 10_000
const odds = { lost: 0.2, twice: 0.1, withEvents: 0.5 }

/** Joins the nodes of a world. */
export async function joinNodes(
  { world, clock, traffic }: Site,
  chance: Chance,
  earOf: (node: HubNode, ear: Ear) => Ear = (_, ear) => ear,
): Promise<Between> {
  let calm = false
  let deafUntil = 0
  let stopped = false
  const delay = (): number => (calm ? 10 : chance.pick([10, 20, 50, 300, 1_500, 6_000]))
  const ears = await Promise.all(
    world.nodes.map(async ({ node }) => ({
      node,
      said: new Map<string, Envelope[]>(),
      ...earOf(node, await openEar(node)),
    })),
  )
  const stopListening = ears.map(({ node, said }) =>
    node.kernel.log.subscribe((events) => note(events, world.spaceIds, said), 'own'),
  )
  const tell = (ear: Ear, events: readonly Envelope[]): void => {
    const [{ spaceId, seq }] = events as [Envelope]
    const brought = chance.happens(odds.withEvents) ? events : undefined
    const read = async (): Promise<void> => {
      await traffic.written()
      await ear.hear(spaceId, seq - 1, brought)
    }
    clock.later(() => void (stopped || clock.hold(read())), delay())
  }
  clock.afterEach(async () => {
    for (const { node, said } of ears) {
      const bySpace = [...said].toSorted(([a], [b]) => (a < b ? -1 : 1))
      said.clear()
      for (const [, events] of bySpace)
        for (const ear of ears.filter((each) => each.node !== node)) {
          const [lost, twice] = [chance.happens(odds.lost), chance.happens(odds.twice)]
          if (calm || (!lost && clock.now() >= deafUntil)) tell(ear, events)
          if (twice) tell(ear, events)
        }
    }
  })
  const look = async (): Promise<void> => {
    await traffic.written()
    const heads = await world.heads()
    for (const ear of ears) for (const [spaceId, head] of heads) await ear.hear(spaceId, head - 1)
  }
  const lookAgain = (): void => {
    if (stopped) return
    void clock.hold(look())
    clock.later(lookAgain, lookEvery)
  }
  clock.later(lookAgain, lookEvery)
  return {
    deafen: (milliseconds) => void (deafUntil = clock.now() + milliseconds),
    heal: () => void (calm = true),
    stop() {
      stopped = true
      for (const stop of [...stopListening, ...ears.map((ear) => ear.stop)]) stop()
    },
  }
}

function note(events: readonly Envelope[], spaceIds: readonly string[], said: Map<string, Envelope[]>): void {
  for (const event of events)
    if (spaceIds.includes(event.spaceId)) said.set(event.spaceId, [...(said.get(event.spaceId) ?? []), event])
}

async function openEar({ kernel, db }: HubNode): Promise<Ear> {
  let reading = 0
  const failures: unknown[] = []
  const counting = db.withPlugin({
    transformQuery: ({ node }) => {
      reading += 1
      return node
    },
    async transformResult({ result }) {
      reading -= 1
      return result
    },
  })
  const log = await foreignLog({ ...kernel, reads: counting as unknown as typeof kernel.reads }, (error) => {
    failures.push(error)
    reading = 0
  })
  return {
    async hear(spaceId, after, events) {
      log.heard(spaceId, after, events)
      do await everythingElse()
      while (reading > 0)
      if (failures.length > 0) throw new Error('The log could not be read.', { cause: failures[0] })
    },
    stop: log.stop,
  }
}
