import type { Envelope } from '@kolo/domain/events/envelope'
import { memberJoined, memberLeft } from '@kolo/domain/spaces/spaces.events'
import type { Answer, Beacon, ConfirmedSpace, OutboxItem, Subscribed } from '@kolo/sync'
import type { Clock } from './clock.ts'
import type { Happening } from './history.ts'
import type { World } from './world.ts'

/** What the server sends on a socket. */
export type Frame =
  | { readonly kind: 'events'; readonly events: readonly Envelope[] }
  | { readonly kind: 'beacon'; readonly beacon: Beacon }
  | { readonly kind: 'revoked'; readonly spaceId: string }
  | { readonly kind: 'hint' }

/** The server's end of a browser's socket. */
export type ServerSocket = {
  subscribe(spaceIds: readonly string[]): Promise<Subscribed>
  unsubscribe(spaceIds: readonly string[]): void
  close(): void
}

export type CaughtUp = { kind: 'events'; events: readonly Envelope[] } | { kind: 'reset' } | 'forbidden'

/** The hub as browsers meet it, without a network in between: its real kernel, procedures and database. */
export type Server = {
  call(personId: string, item: Pick<OutboxItem, 'commandId' | 'path' | 'input'>): Promise<Answer>
  /** The commands of one frame. */
  callTogether(personId: string, items: readonly OutboxItem[]): Promise<readonly Answer[]>
  snapshot(personId: string, spaceId: string): Promise<ConfirmedSpace | 'forbidden'>
  eventsAfter(personId: string, spaceId: string, epoch: string, after: number): Promise<CaughtUp>
  connect(personId: string, carry: (frame: Frame) => void): ServerSocket
  isMember(personId: string, spaceId: string): Promise<boolean>
  /** The log's identity changes, as after a restore. */
  changeEpoch(epoch: string): void
  stop(): void
}

const beaconEvery = 10_000
type Socket = { readonly personId: string; readonly rooms: Set<string>; carry(frame: Frame): void }

/** What travels arrives as a copy. */
const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** The hub's one epoch under the names that it has in this world: others run on the same hub at the same time. */
function epochsOver(epoch: string) {
  return {
    epoch,
    real(asked: string): string {
      if (asked === this.epoch) return epoch
      return asked === epoch ? unknownEpoch : asked
    },
  }
}
const unknownEpoch = '00000000-0000-4000-8000-000000000000'

/** Makes the server of a world. `admits` says whether a socket stays in a room whose member left. */
export function makeServer(
  world: World,
  clock: Clock,
  history: Happening[],
  admits: (isMember: boolean) => boolean = (isMember) => isMember,
): Server {
  const { db, kernel } = world.served.hub
  const epochs = epochsOver(world.epoch)
  history.push({ what: 'epoch', epoch: world.epoch })
  const sockets = new Set<Socket>()
  const writing = new Set<Promise<unknown>>()
  let committed: Envelope[][] = []
  let stopped = false
  const stopListening = kernel.log.subscribe((events) => {
    const bySpace = Map.groupBy(events, ({ spaceId }) => spaceId)
    for (const [spaceId, ofSpace] of bySpace) if (world.spaceIds.includes(spaceId)) committed.push(ofSpace)
  })

  /** What is asked at the same moment as something is written is answered after it, so that runs can be repeated. */
  const written = async (): Promise<void> => {
    // Until all that falls due in this moment has begun.
    await Promise.resolve()
    await Promise.allSettled(writing)
  }

  const isMember = async (personId: string, spaceId: string): Promise<boolean> => {
    const asked = db.selectFrom('space_member').select('role').where('person_id', '=', personId)
    return (await asked.where('space_id', '=', spaceId).execute()).length > 0
  }
  const headsOf = async (spaceIds: readonly string[]): Promise<Beacon> => {
    const { epoch } = epochs
    if (spaceIds.length === 0) return { epoch, heads: {} }
    const rows = await db
      .selectFrom('space')
      .select(['id', 'head'])
      .where('id', 'in', [...spaceIds])
      .orderBy('id')
      .execute()
    return { epoch, heads: Object.fromEntries(rows.map((row) => [row.id, row.head])) }
  }

  const push = async (events: readonly Envelope[]): Promise<void> => {
    const [{ spaceId }] = events as [Envelope]
    for (const { personId, rooms, carry } of sockets) {
      if (!rooms.has(spaceId)) continue
      history.push({ what: 'pushed', personId, events: events.map(({ seq }) => ({ spaceId, seq })) })
      carry({ kind: 'events', events: copied(events) })
    }
    const turned = events.filter(({ type }) => type === memberLeft.type || type === memberJoined.type)
    for (const personId of new Set(turned.map(({ payload }) => String(payload['personId'])))) {
      const stays = admits(await isMember(personId, spaceId))
      for (const socket of sockets) {
        if (socket.personId !== personId) continue
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
    const { epoch, heads } = await headsOf([...new Set([...sockets].flatMap(({ rooms }) => [...rooms]))])
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
      const run = world.run(personId, path, commandId, input)
      writing.add(run)
      const answer = await run
      writing.delete(run)
      if (answer.status !== 'unknown') history.push({ what: 'answered', commandId, answer })
      return copied(answer)
    },
    async callTogether(personId, items) {
      const run = world.runTogether(personId, items)
      writing.add(run)
      const answers = await run
      writing.delete(run)
      for (const [index, answer] of answers.entries())
        if (answer.status !== 'unknown') history.push({ what: 'answered', commandId: items[index]!.commandId, answer })
      return copied(answers)
    },
    async snapshot(personId, spaceId) {
      await written()
      const snapshot = copied(await world.ask<ConfirmedSpace>(personId, 'spaces.snapshot', { spaceId }))
      return snapshot === 'forbidden' ? snapshot : { ...snapshot, epoch: epochs.epoch }
    },
    async eventsAfter(personId, spaceId, epoch, after) {
      await written()
      return copied(
        await world.ask<Exclude<CaughtUp, string>>(personId, 'spaces.events', {
          spaceId,
          epoch: epochs.real(epoch),
          after,
        }),
      )
    },
    connect(personId, carry) {
      const socket: Socket = { personId, rooms: new Set(), carry }
      sockets.add(socket)
      return {
        async subscribe(spaceIds) {
          await written()
          const mine: string[] = []
          for (const spaceId of spaceIds) if (await isMember(personId, spaceId)) mine.push(spaceId)
          for (const spaceId of mine) socket.rooms.add(spaceId)
          const refused = spaceIds.filter((spaceId) => !mine.includes(spaceId))
          return { ...(await headsOf(mine)), refused }
        },
        unsubscribe: (spaceIds) => spaceIds.forEach((spaceId) => socket.rooms.delete(spaceId)),
        close: () => void sockets.delete(socket),
      }
    },
    changeEpoch(epoch) {
      epochs.epoch = epoch
      history.push({ what: 'epoch', epoch })
    },
    stop() {
      stopped = true
      stopListening()
    },
  }
}
