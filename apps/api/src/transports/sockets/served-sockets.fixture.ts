import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Beacon, protocolVersion, type PushedEvents, socketPath, type Subscribed } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { callLimits } from '../trpc/call-limits.ts'
import { serveSockets, type SocketPerson, type Sockets } from './sockets.ts'

const origin = 'http://hub.test'

/** Whoever writes `person=<id>` into the cookie is that person: sessions are tested elsewhere. */
export const trustCookie = async (headers: Headers): Promise<SocketPerson | undefined> => {
  const personId = /person=([0-9a-f-]{36})/.exec(headers.get('cookie') ?? '')?.[1]
  return personId === undefined ? undefined : { personId, sessionId: `session-of-${personId}` }
}

/** The sockets of a hub on loopback, and browsers that connect. */
export type ServedSockets = {
  readonly hub: TestHub
  readonly sockets: Sockets
  readonly url: string
  readonly failures: readonly unknown[]
  socketOf(personId: string, auth?: Readonly<Record<string, unknown>>): Socket
  disconnectAll(): void
  close(): Promise<void>
}

/** Serves a new hub. */
export async function servedSockets(
  options: { beaconEvery?: number; authenticate?: typeof trustCookie } = {},
): Promise<ServedSockets> {
  const hub = await testHub()
  const http = createServer()
  const failures: unknown[] = []
  const sockets = serveSockets(http, {
    kernel: hub.kernel,
    authenticate: options.authenticate ?? trustCookie,
    commands: { commands: new Map(), limits: callLimits(1_000), onFailure: () => undefined },
    originAllowed: (given) => given === origin,
    onError: (error) => failures.push(error),
    beaconEvery: options.beaconEvery ?? 600_000,
    handshakeWithin: 600_000,
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const open: Socket[] = []
  return {
    hub,
    sockets,
    url,
    failures,
    socketOf(personId, auth = { version: protocolVersion }) {
      const extraHeaders = { origin, cookie: `person=${personId}` }
      const transports = ['websocket']
      const socket = io(url, { path: socketPath, transports, forceNew: true, reconnection: false, auth, extraHeaders })
      open.push(socket)
      return socket
    },
    disconnectAll() {
      for (const socket of open.splice(0)) socket.disconnect()
    },
    async close() {
      for (const socket of open) socket.disconnect()
      await sockets.close()
      await hub.close()
    },
  }
}

/** Asks to hear of spaces. */
export const subscribe = (socket: Socket, spaceIds: readonly string[]): Promise<Subscribed> =>
  socket.emitWithAck('subscribe', { spaceIds })

/** Collects what comes in. */
export function heardBy(socket: Socket) {
  const frames: PushedEvents[] = []
  const beacons: Beacon[] = []
  const revoked: string[] = []
  socket.on('events', (frame: PushedEvents) => frames.push(frame))
  socket.on('beacon', (frame: Beacon) => beacons.push(frame))
  socket.on('revoked', (frame: { spaceId: string }) => revoked.push(frame.spaceId))
  return { frames, beacons, revoked, seqs: () => frames.flatMap(({ events }) => events.map(({ seq }) => seq)) }
}
