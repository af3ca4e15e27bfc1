import type { Envelope } from '@kolo/domain/events/envelope'
import { memberJoined, memberLeft } from '@kolo/domain/spaces/spaces.events'
import {
  type Answer,
  type Beacon,
  type ConfirmedSpace,
  type LogEnd,
  outOfTables,
  type OutboxItem,
  type Subscribed,
} from '@kolo/sync'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import type { Epochs } from './epochs.ts'
import type { Happening } from './history.ts'
import type { Traffic } from './traffic.ts'
import type { World, WorldNode } from './world.ts'

/** What the server sends on a socket. */
export type Frame =
  | { readonly kind: 'events'; readonly events: readonly Envelope[]; readonly behind: string | undefined }
  | { readonly kind: 'beacon'; readonly beacon: Beacon }
  | { readonly kind: 'revoked'; readonly spaceId: string }
  | { readonly kind: 'hint' }

/** The server's end of a browser's socket. */
export type ServerSocket = {
  subscribe(spaceIds: readonly string[]): Promise<Subscribed>
  unsubscribe(spaceIds: readonly string[]): void
  /** The commands of one frame. */
  commands(items: readonly OutboxItem[]): Promise<readonly Answer[]>
  close(): void
}

export type CaughtUp = { kind: 'events'; events: readonly Envelope[] } | { kind: 'reset' } | 'forbidden'

/** The hub as browsers meet it, without a network in between: its real kernel, procedures and database. */
export type Server = {
  call(personId: string, item: Pick<OutboxItem, 'commandId' | 'path' | 'input'>): Promise<Answer>
  snapshot(personId: string, spaceId: string): Promise<ConfirmedSpace | 'forbidden'>
  eventsAfter(personId: string, spaceId: string, epoch: string, after: number, last?: string): Promise<CaughtUp>
  connect(personId: string, carry: (frame: Frame) => void): ServerSocket
  isMember(personId: string, spaceId: string): Promise<boolean>
  stop(): void
}

const beaconEvery = 10_000
/** `rooms`: the spaces that it is in, with the number at which each stood when the tables last said that it may be. */
type Socket = { readonly personId: string; readonly rooms: Map<string, number>; carry(frame: Frame): void }

/** What travels arrives as a copy. */
const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

type EndRow = { readonly id: string; readonly seq: number; readonly last: string | null }
const endsIn = (rows: readonly EndRow[]): Record<string, LogEnd> =>
  Object.fromEntries(rows.map(({ id, seq, last }) => [id, { seq, last: last ?? undefined }]))

/** Who leaves hears that they left, and nothing after it. */
function upToEachLeaving(events: readonly Envelope[]): Envelope[][] {
  const pieces: Envelope[][] = [[]]
  for (const event of events) {
    pieces.at(-1)!.push(event)
    if (event.type === memberLeft.type) pieces.push([])
  }
  return pieces.filter(({ length }) => length > 0)
}

/** What the nodes of a world share. */
export type Site = {
  readonly world: World
  readonly clock: Clock
  readonly history: Happening[]
  readonly epochs: Epochs
  readonly traffic: Traffic
  /** Whether a socket stays in a room whose member left. */
  readonly admits: (isMember: boolean) => boolean
}

/** Makes the server of a node. */
export async function makeServer(site: Site, { node, ...calls }: WorldNode): Promise<Server> {
  const { world, clock, history, epochs, admits } = site
  const { write, written } = site.traffic
  const { db, kernel } = node
  const sockets = new Set<Socket>()
  /** How far the node has heard of each log without a gap. */
  const heard = new Map(await world.heads())
  let committed: Envelope[][] = []
  /** How often somebody has come or gone, as this node has heard. */
  let turns = 0
  let stopped = false
  const stopListening = kernel.log.subscribe((events) => {
    const bySpace = Map.groupBy(events, ({ spaceId }) => spaceId)
    for (const [spaceId, ofSpace] of bySpace)
      if (world.spaceIds.includes(spaceId)) committed.push(...upToEachLeaving(ofSpace))
  })

  const isMember = async (personId: string, spaceId: string): Promise<boolean> => {
    const asked = db.selectFrom('space_member').select('role').where('person_id', '=', personId)
    return (await asked.where('space_id', '=', spaceId).execute()).length > 0
  }
  /** The heads of those of the spaces that the person is in, both at one moment. */
  const headsFor = async (personId: string, spaceIds: readonly string[]): Promise<Record<string, LogEnd>> => {
    const rows = await db
      .selectFrom('space')
      .innerJoin('space_member', 'space_member.space_id', 'space.id')
      .leftJoin('event', (join) => join.onRef('event.space_id', '=', 'space.id').onRef('event.seq', '=', 'space.head'))
      .select(['space.id', 'space.head as seq', 'event.command_id as last'])
      .where('space_member.person_id', '=', personId)
      .where('space.id', 'in', [...spaceIds, '00000000-0000-0000-0000-000000000000'])
      .orderBy('space.id')
      .execute()
    return endsIn(rows)
  }
  const headsOf = async (spaceIds: readonly string[]): Promise<Beacon> => {
    const epoch = epochs.now()
    if (spaceIds.length === 0) return { epoch, heads: {} }
    const rows = await db
      .selectFrom('space')
      .leftJoin('event', (join) => join.onRef('event.space_id', '=', 'space.id').onRef('event.seq', '=', 'space.head'))
      .select(['space.id', 'space.head as seq', 'event.command_id as last'])
      .where('space.id', 'in', [...spaceIds])
      .orderBy('space.id')
      .execute()
    return { epoch, heads: endsIn(rows) }
  }

  const commandAt = async (spaceId: string, seq: number): Promise<string | undefined> => {
    const at = db.selectFrom('event').select('command_id').where('space_id', '=', spaceId).where('seq', '=', seq)
    return (await at.executeTakeFirst())?.command_id
  }

  const push = async (events: readonly Envelope[]): Promise<void> => {
    const [{ spaceId, seq: first }] = events as [Envelope]
    const before = heard.get(spaceId) ?? 0
    const known = first > before + 1 ? before : Math.max(before, events.at(-1)!.seq)
    heard.set(spaceId, known)
    const behind = await commandAt(spaceId, first - 1)
    for (const { personId, rooms, carry } of sockets) {
      const askedAt = rooms.get(spaceId)
      if (askedAt === undefined) continue
      const places = events.map(({ seq }) => ({ spaceId, seq }))
      // Before these: whoever leaves with the last of them is told of those before it, however old they are.
      history.push({ what: 'pushed', personId, events: places, heard: Math.max(before, askedAt) })
      carry({ kind: 'events', events: copied(events), behind })
    }
    const turned = events.filter(({ type }) => type === memberLeft.type || type === memberJoined.type)
    turns += turned.length
    for (const personId of new Set(turned.map(({ payload }) => String(payload['personId'])))) {
      // Of one moment: what is written behind that head, another's leaving too, isn't heard of with it.
      const head = (await headsFor(personId, [spaceId]))[spaceId]?.seq
      const stays = admits(head !== undefined)
      for (const socket of sockets) {
        if (socket.personId !== personId) continue
        if (stays && socket.rooms.has(spaceId)) socket.rooms.set(spaceId, head ?? 0)
        if (!stays && socket.rooms.delete(spaceId)) socket.carry({ kind: 'revoked', spaceId })
        socket.carry({ kind: 'hint' })
      }
    }
  }
  clock.afterEach(async () => {
    const batches = committed
    committed = []
    const place = ([first]: readonly Envelope[]): string => `${first!.spaceId} ${String(first!.seq).padStart(8, '0')}`
    for (const events of batches.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) await push(events)
  })

  const tellHeads = async (): Promise<void> => {
    await written()
    const { epoch, heads } = await headsOf([...new Set([...sockets].flatMap(({ rooms }) => [...rooms.keys()]))])
    for (const { rooms, carry } of sockets) {
      const mine = Object.entries(heads).filter(([spaceId]) => rooms.has(spaceId))
      carry({ kind: 'beacon', beacon: { epoch, heads: Object.fromEntries(mine) } })
    }
  }
  const beat = (): void => {
    if (stopped) return
    if (sockets.size > 0) void clock.hold(tellHeads())
    clock.later(beat, beaconEvery)
  }
  clock.later(beat, beaconEvery)

  return {
    isMember,
    async call(personId, { commandId, path, input }) {
      const answer = await write(node, () => calls.run(personId, path, commandId, input))
      if (answer.status !== 'unknown') history.push({ what: 'answered', commandId, answer })
      return copied(answer)
    },
    async snapshot(personId, spaceId) {
      await written()
      const snapshot = copied(await calls.ask<ConfirmedSpace>(personId, 'spaces.snapshot', { spaceId, asTables: true }))
      return snapshot === 'forbidden' ? snapshot : { ...outOfTables(snapshot), epoch: epochs.now() }
    },
    async eventsAfter(personId, spaceId, epoch, after, last) {
      await written()
      return copied(
        await calls.ask<Exclude<CaughtUp, string>>(personId, 'spaces.events', {
          spaceId,
          epoch: epochs.real(epoch),
          after,
          last,
        }),
      )
    },
    connect(personId, carry) {
      const socket: Socket = { personId, rooms: new Map(), carry }
      sockets.add(socket)
      return {
        async subscribe(spaceIds) {
          await written()
          let heads: Record<string, LogEnd> = {}
          // What was read before somebody went is read again: nobody is let in who was turned out meanwhile.
          for (let then = -1; then !== turns;) {
            then = turns
            heads = await headsFor(personId, spaceIds)
          }
          const mine = Object.keys(heads)
          for (const spaceId of mine) socket.rooms.set(spaceId, heads[spaceId]?.seq ?? 0)
          return { epoch: epochs.now(), heads, refused: spaceIds.filter((spaceId) => !mine.includes(spaceId)) }
        },
        unsubscribe: (spaceIds) => spaceIds.forEach((spaceId) => socket.rooms.delete(spaceId)),
        async commands(items) {
          const answers = await write(node, () => calls.runTogether(personId, items))
          for (const [index, answer] of answers.entries())
            if (answer.status !== 'unknown')
              history.push({ what: 'answered', commandId: items[index]!.commandId, answer })
          return copied(answers)
        },
        close: () => void sockets.delete(socket),
      }
    },
    stop() {
      stopped = true
      stopListening()
    },
  }
}

/**
 * One address for several nodes: each request and each connection goes to the one that the seed draws. For a while most
 * go to the same, so that it comes to trust what it remembers while the others write, too.
 */
export function oneAddress(servers: readonly Server[], chance: Chance): Server {
  let favoured = chance.pickAny(servers)!
  const any = (): Server => {
    if (chance.happens(0.05)) favoured = chance.pickAny(servers) ?? favoured
    return chance.happens(0.8) ? favoured : (chance.pickAny(servers) ?? favoured)
  }
  return {
    call: (...asked) => any().call(...asked),
    snapshot: (...asked) => any().snapshot(...asked),
    eventsAfter: (...asked) => any().eventsAfter(...asked),
    connect: (...asked) => any().connect(...asked),
    isMember: favoured.isMember,
    stop: () => servers.forEach((server) => server.stop()),
  }
}
