import type { Server as HttpServer } from 'node:http'
import {
  type ClientToServer,
  frameBytes,
  presenceSchema,
  type PresentPeople,
  type ServerToClient,
  socketPath,
  subscribeSchema,
} from '@kolo/sync'
import { Server } from 'socket.io'
import type { Kernel } from '../../kernel/kernel.ts'
import { allowance } from '../allowance.ts'
import { allowances } from '../allowances.ts'
import { sendBeacons } from './beacons.ts'
import { commandFrame, type CommandFrames, runFrame, tooManyInFrame } from './command-frames.ts'
import { type Grant, isNetwork, membersOf } from './grants.ts'
import { guardHandshakes } from './handshake.ts'
import { coalescedHints } from './hints.ts'
import { headersOf, type HubIo, type HubSocket, personRoom, roomOf, type SocketPerson } from './hub-io.ts'
import { logEnds } from './log-ends.ts'
import { type PresenceBoard, presenceBoard } from './presence.ts'
import { push } from './pushing.ts'
import { hubRooms, type Rooms } from './rooms.ts'

export type { SocketPerson } from './hub-io.ts'

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
  /** What those who are connected hear: whom, and of which space. */
  granted(): Grant[]
  /** Nothing grants it any more, says somebody: it is looked at, and closed. */
  withdraw(grant: Grant): void
  close(): Promise<void>
}

const usualBeacon = 10_000
// Far more than any page sends; whoever sends more than that is cut off, and may come back.
const framesAllowed = { burst: 200, perSecond: 20 }
/** On all connections of a person together. */
const framesOfPerson = { burst: 600, perSecond: 60 }
const socketsOfPerson = 60
/** Milliseconds between what is told of one space: who types needs no more. */
const presenceEvery = 100
const hintEvery = 250
// Of those who never get further, the system's files are soon needed again.
const usualHandshake = 10_000
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
    /** Milliseconds for the first frame. */
    handshakeWithin?: number
  },
): Sockets {
  const { kernel } = options
  const io: HubIo = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketPerson>(http, {
    path: socketPath,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: frameBytes,
    destroyUpgrade: false,
    connectTimeout: options.handshakeWithin ?? usualHandshake,
    pingInterval: 15_000,
    pingTimeout: 20_000,
    allowRequest: (request, answer) => {
      const allowed = options.originAllowed(request.headers.origin, request.headers.host)
      answer(allowed ? null : 'origin', allowed)
    },
  })
  guardHandshakes(io, { authenticate: options.authenticate, onError: options.onError, backlogBytes })
  const presenceListeners: ((frame: PresentPeople) => void)[] = []
  const here = coalescedHints(
    async (spaceId) => void io.to(roomOf(spaceId)).emit('presence', presence.inSpace(spaceId)),
    options.onError,
    presenceEvery,
  )
  const elsewhere = coalescedHints(
    async (spaceId) => presenceListeners.forEach((listener) => listener(presence.onThisNode(spaceId))),
    options.onError,
    presenceEvery,
  )
  const presence: PresenceBoard = presenceBoard(here.later, elsewhere.later)
  const ends = logEnds(io)
  const rooms = hubRooms({ io, kernel, presence, ends, onError: options.onError })
  const personMay = allowances(framesOfPerson)

  io.on('connection', (socket) => {
    const { personId, sessionId } = socket.data
    const person = personRoom(personId)
    if ((io.sockets.adapter.rooms.get(person)?.size ?? 0) >= socketsOfPerson) {
      socket.disconnect(true)
      return
    }
    void socket.join([person, `session:${sessionId}`])
    const allowed = allowance(framesAllowed)
    socket.use(([name], next) => {
      // Commands count against their person, as over HTTP.
      if (name === 'commands' || (allowed() && personMay.take(personId))) next()
      else socket.disconnect(true)
    })
    answerSubscriptions(socket, { rooms, presence, limits: options.commands.limits, onError: options.onError })
    answerPresence(socket, presence)
    answerCommands(socket, { kernel, ...options.commands }, { authenticate: options.authenticate, allowed })
  })

  const hints = coalescedHints((spaceId) => hintMembers(io, kernel, spaceId), options.onError, hintEvery)
  const stopListening = kernel.log.subscribe((events) => push({ io, rooms, ends, hints }, events))
  const beacon = setInterval(() => {
    sendBeacons(io, kernel, ends).catch(options.onError)
    presence.refresh()
  }, options.beaconEvery ?? usualBeacon)
  return {
    disconnect({ personId, sessionId }) {
      if (sessionId) io.in(`session:${sessionId}`).disconnectSockets(true)
      if (personId) io.in(personRoom(personId)).disconnectSockets(true)
    },
    onPresence: (listener) => void presenceListeners.push(listener),
    heardPresence: presence.heard,
    granted: rooms.granted,
    withdraw: rooms.withdraw,
    sessionIds: () => [...io.sockets.sockets.values()].map((socket) => socket.data.sessionId),
    async close() {
      stopListening()
      clearInterval(beacon)
      for (const { stop } of [hints, here, elsewhere]) stop()
      io.disconnectSockets(true)
      await io.close()
    },
  }
}

type Subscriptions = {
  readonly rooms: Rooms
  readonly presence: PresenceBoard
  readonly limits: CommandFrames['limits']
  readonly onError: (error: unknown) => void
}

function answerSubscriptions(socket: HubSocket, { rooms, presence, limits, onError }: Subscriptions): void {
  // One after the other: a socket never takes more than one of the database's connections.
  let subscribing: Promise<void> = Promise.resolve()
  socket.on('subscribe', (frame, answer) => {
    const parsed = subscribeSchema.safeParse(frame)
    if (!parsed.success || typeof answer !== 'function') return
    const { spaceIds } = parsed.data
    subscribing = subscribing
      .then(async () => {
        if (!socket.connected) return
        const { still, beacon } = await limits.inTurn(socket.data.personId, () => rooms.join(socket, spaceIds))
        answer({ ...beacon, refused: spaceIds.filter((spaceId) => !still.includes(spaceId)) })
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
}

function answerPresence(socket: HubSocket, presence: PresenceBoard): void {
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

/** Whom lists concern that have changed: the space's members; what stands in the network's space (names, catalogue), everybody. */
async function hintMembers(io: HubIo, kernel: Kernel, spaceId: string): Promise<void> {
  if (await isNetwork(kernel.reads, spaceId)) {
    io.emit('hint')
    return
  }
  const people = await membersOf(kernel.reads, spaceId)
  if (people.length > 0) io.to(people.map(personRoom)).emit('hint')
}
