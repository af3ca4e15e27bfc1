import type { Server as HttpServer } from 'node:http'
import type { Envelope } from '@kolo/domain/events/envelope'
import { memberLeft } from '@kolo/domain/spaces/spaces.events'
import {
  type Beacon,
  type ClientToServer,
  frameBytes,
  presenceSchema,
  type PresentPeople,
  protocolVersion,
  type ServerToClient,
  socketPath,
  subscribeSchema,
} from '@kolo/sync'
import { Server, type Socket } from 'socket.io'
import type { Kernel } from '../../kernel/kernel.ts'
import { allowance } from '../allowance.ts'
import { boundBacklog } from './backlog.ts'
import { commandFrame, type CommandFrames, runFrame, tooManyInFrame } from './command-frames.ts'
import { headsOf, isNetwork, membersOf, spacesOf } from './grants.ts'
import { coalescedHints, type Hints } from './hints.ts'
import { type PresenceBoard, presenceBoard } from './presence.ts'

/** Whom a socket belongs to. */
export type SocketPerson = { readonly personId: string; readonly sessionId: string }
type HubSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketPerson>

/** The sockets of this node. */
export type Sockets = {
  /** Ends connections at once: of a session, or of a person. */
  disconnect(what: { readonly personId?: string; readonly sessionId?: string }): void
  /** The sessions of those that are connected. */
  sessionIds(): string[]
  /** Calls back with the people of this node in a space: when they change, and again with each beacon. */
  onPresence(listener: (frame: PresentPeople) => void): void
  /** Another node says who of its people is in a space. */
  heardPresence(node: string, frame: PresentPeople): void
  close(): Promise<void>
}

const usualBeacon = 10_000
// Far more than any page sends; whoever sends more than that is cut off, and may come back.
const framesAllowed = { burst: 200, perSecond: 20 }
const socketsOfPerson = 60
// Some minutes of a busy space; a thousand connections that stand still hold a gigabyte at the very most.
const backlogBytes = 1024 * 1024

/** Pushes committed events to those who are in the space. Granted by `space_member`, refused without a session or from a foreign origin. */
export function serveSockets(
  http: HttpServer,
  options: {
    kernel: Kernel
    authenticate: (headers: Headers) => Promise<SocketPerson | undefined>
    /** How commands that come over a socket are run. */
    commands: Omit<CommandFrames, 'kernel'>
    originAllowed: (origin: string | undefined, host: string | undefined) => boolean
    onError: (error: unknown) => void
    /** Milliseconds between beacons. */
    beaconEvery?: number
  },
): Sockets {
  const { kernel } = options
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketPerson>(http, {
    path: socketPath,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: frameBytes,
    destroyUpgrade: false,
    pingInterval: 15_000,
    pingTimeout: 20_000,
    allowRequest: (request, answer) => {
      const allowed = options.originAllowed(request.headers.origin, request.headers.host)
      answer(allowed ? null : 'origin', allowed)
    },
  })
  const presenceListeners: ((frame: PresentPeople) => void)[] = []
  const presence = presenceBoard(
    (frame) => io.to(roomOf(frame.spaceId)).emit('presence', frame),
    (frame) => presenceListeners.forEach((listener) => listener(frame)),
  )

  io.use((socket, next) => {
    if (socket.handshake.auth['version'] !== protocolVersion) return next(new Error('versionMismatch'))
    options.authenticate(headersOf(socket)).then(
      (person) => {
        if (!person) return next(new Error('unauthenticated'))
        socket.data = person
        next()
      },
      (error: unknown) => {
        options.onError(error)
        next(new Error('unavailable'))
      },
    )
  })

  io.on('connection', (socket) => {
    const person = `person:${socket.data.personId}`
    if ((io.sockets.adapter.rooms.get(person)?.size ?? 0) >= socketsOfPerson) {
      socket.disconnect(true)
      return
    }
    boundBacklog(socket, backlogBytes)
    void socket.join([person, `session:${socket.data.sessionId}`])
    const allowed = allowance(framesAllowed)
    socket.use(([name], next) => {
      // Commands count against their person, as over HTTP.
      if (name === 'commands' || allowed()) next()
      else socket.disconnect(true)
    })
    answerSocket(socket, kernel, presence, options.onError)
    answerCommands(socket, { kernel, ...options.commands }, { authenticate: options.authenticate, allowed })
  })

  const hints = coalescedHints((spaceId) => hintMembers(io, kernel, spaceId), options.onError)
  const pushing = { io, kernel, presence, hints, onError: options.onError }
  const stopListening = kernel.log.subscribe((events) => push(pushing, events))
  const beacon = setInterval(() => {
    sendBeacons(io, kernel).catch(options.onError)
    presence.refresh()
  }, options.beaconEvery ?? usualBeacon)
  return {
    disconnect({ personId, sessionId }) {
      if (sessionId) io.in(`session:${sessionId}`).disconnectSockets(true)
      if (personId) io.in(`person:${personId}`).disconnectSockets(true)
    },
    onPresence: (listener) => void presenceListeners.push(listener),
    heardPresence: presence.heard,
    sessionIds: () => [...io.sockets.sockets.values()].map((socket) => socket.data.sessionId),
    async close() {
      stopListening()
      clearInterval(beacon)
      hints.stop()
      io.disconnectSockets(true)
      await io.close()
    },
  }
}

const headersOf = ({ handshake }: Pick<HubSocket, 'handshake'>): Headers =>
  new Headers({ cookie: handshake.headers.cookie ?? '' })

const roomOf = (spaceId: string): string => `space:${spaceId}`

function answerSocket(
  socket: HubSocket,
  kernel: Kernel,
  presence: PresenceBoard,
  onError: (error: unknown) => void,
): void {
  // One after the other: a socket never takes more than one of the database's connections.
  let subscribing: Promise<void> = Promise.resolve()
  socket.on('subscribe', (frame, answer) => {
    const parsed = subscribeSchema.safeParse(frame)
    if (!parsed.success || typeof answer !== 'function') return
    subscribing = subscribing
      .then(async () => {
        if (!socket.connected) return
        const { still, beacon } = await join(socket, kernel, parsed.data.spaceIds)
        answer({ ...beacon, refused: parsed.data.spaceIds.filter((spaceId) => !still.includes(spaceId)) })
        for (const spaceId of still) socket.emit('presence', presence.inSpace(spaceId))
      })
      .catch((error: unknown) => {
        onError(error)
        // Unanswered it would wait for ever, and hear of nothing: it comes back and asks again.
        socket.disconnect(true)
      })
  })
  socket.on('unsubscribe', (frame) => {
    const parsed = subscribeSchema.safeParse(frame)
    if (!parsed.success) return
    for (const spaceId of parsed.data.spaceIds) {
      void socket.leave(roomOf(spaceId))
      presence.leave(socket.id, spaceId)
    }
  })
  socket.on('presence', (frame) => {
    const parsed = presenceSchema.safeParse(frame)
    if (!parsed.success) return
    const { place } = parsed.data
    if (place === null || socket.rooms.has(roomOf(place.spaceId)))
      presence.set(socket.id, socket.data.personId, parsed.data)
  })
  socket.on('disconnect', () => presence.gone(socket.id))
}

function answerCommands(
  socket: HubSocket,
  frames: CommandFrames,
  of: { authenticate: (headers: Headers) => Promise<SocketPerson | undefined>; allowed: () => boolean },
): void {
  const whose = async (): Promise<string | undefined> => (await of.authenticate(headersOf(socket)))?.personId
  const charge = (): void => {
    if (!of.allowed()) socket.disconnect(true)
  }
  socket.on('commands', (given, answer) => {
    const frame = commandFrame(given)
    if (!frame || typeof answer !== 'function') {
      charge()
      const refusals = tooManyInFrame(given)
      return refusals && typeof answer === 'function' ? answer(refusals) : undefined
    }
    void runFrame(frames, frame, whose).then((replies) => {
      // Whoever is told to wait and doesn't counts as a flood.
      if (replies.some((reply) => reply.status === 'refused' && reply.code === 'tooMany')) charge()
      answer(replies)
    })
  })
}

/** Lets a socket into the rooms of those spaces that its person is in; gives them with their heads. */
async function join(
  socket: HubSocket,
  kernel: Kernel,
  spaceIds: readonly string[],
): Promise<{ readonly still: readonly string[]; readonly beacon: Beacon }> {
  const allowed = await spacesOf(kernel.reads, socket.data.personId, spaceIds)
  // Joining first closes the gap between reading the heads and hearing the next event.
  await socket.join(allowed.map(roomOf))
  const beacon = await headsOf(kernel.reads, allowed)
  // Membership may have ended while the rooms were joined.
  const still = await spacesOf(kernel.reads, socket.data.personId, allowed)
  for (const spaceId of allowed) if (!still.includes(spaceId)) await socket.leave(roomOf(spaceId))
  return { still, beacon }
}

type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SocketPerson>

/** What a commit sets in motion; `onError` hears of what failed meanwhile. */
type Pushing = {
  readonly io: Io
  readonly kernel: Kernel
  readonly presence: PresenceBoard
  readonly hints: Hints
  readonly onError: (error: unknown) => void
}

function push(pushing: Pushing, events: readonly Envelope[]): void {
  for (const [spaceId, ofSpace] of Map.groupBy(events, (event) => event.spaceId)) {
    pushing.io.to(roomOf(spaceId)).emit('events', { events: ofSpace })
    for (const { type, payload } of ofSpace) {
      if (type !== memberLeft.type) continue
      const personId = String(payload['personId'])
      revoke(pushing, spaceId, personId).catch((error: unknown) => {
        pushing.onError(error)
        // Nobody knows what they may still hear: they come back, and are asked again.
        pushing.io.in(`person:${personId}`).disconnectSockets(true)
      })
    }
    pushing.hints.later(spaceId)
  }
}

/** Closes the room to someone whose last grant has ended. */
async function revoke({ io, kernel, presence }: Pushing, spaceId: string, personId: string): Promise<void> {
  const still = await spacesOf(kernel.reads, personId, [spaceId])
  if (still.length > 0) return
  for (const socket of await io.in(`person:${personId}`).fetchSockets()) {
    presence.leave(socket.id, spaceId)
    socket.leave(roomOf(spaceId))
    socket.emit('revoked', { spaceId })
  }
}

/** Whom lists concern that have changed: the space's members; what stands in the network's space (names, catalogue), everybody. */
async function hintMembers(io: Io, kernel: Kernel, spaceId: string): Promise<void> {
  if (await isNetwork(kernel.reads, spaceId)) {
    io.emit('hint')
    return
  }
  const people = await membersOf(kernel.reads, spaceId)
  if (people.length > 0) io.to(people.map((personId) => `person:${personId}`)).emit('hint')
}

async function sendBeacons(io: Io, kernel: Kernel): Promise<void> {
  const sockets = [...io.sockets.sockets.values()]
  const spaceIds = new Set(
    sockets.flatMap((socket) =>
      [...socket.rooms].filter((room) => room.startsWith('space:')).map((room) => room.slice(6)),
    ),
  )
  const beacon = await headsOf(kernel.reads, [...spaceIds])
  for (const socket of sockets) {
    const mine = Object.entries(beacon.heads).filter(([spaceId]) => socket.rooms.has(roomOf(spaceId)))
    socket.emit('beacon', { epoch: beacon.epoch, heads: Object.fromEntries(mine) })
  }
}
