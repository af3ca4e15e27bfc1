import { protocolVersion } from '@kolo/sync'
import { networkOf } from '../../credentials/limits.ts'
import { fairShare } from '../fair-share.ts'
import { boundBacklog } from './backlog.ts'
import { headersOf, type HubIo, type HubSocket, type SocketPerson } from './hub-io.ts'

/** What the handshakes are made of. */
export type Handshakes = {
  readonly authenticate: (headers: Headers) => Promise<SocketPerson | undefined>
  readonly onError: (error: unknown) => void
  /** So many bytes may wait for a peer who doesn't read. */
  readonly backlogBytes: number
}

// A page sends one frame, and then waits for the answer.
const framesBefore = 4
// After a restart all come back at once: most wait, none for long.
const sessionsRead = { atOnce: 4, most: 10_000 }

/** Lets in whoever has a session, by one handshake on each connection: whoever is refused is cut off, and may come back. */
export function guardHandshakes(io: HubIo, { authenticate, onError, backlogBytes }: Handshakes): void {
  const tried = new WeakSet<object>()
  const inside = new WeakSet<object>()
  const { inTurn } = fairShare(sessionsRead)
  const readSession = (socket: HubSocket): Promise<SocketPerson | undefined> =>
    inTurn(networkOf(socket.handshake.address), () => authenticate(headersOf(socket)))

  io.engine.on('connection', (conn: HubSocket['conn']) => {
    boundBacklog({ conn }, backlogBytes)
    let frames = 0
    conn.on('packet', ({ type, data }: { readonly type: string; readonly data?: unknown }) => {
      if (type !== 'message' || (inside.has(conn) && !isHandshake(data))) return
      frames += 1
      if (frames > framesBefore) conn.close(true)
    })
  })
  io.use((socket, next) => {
    const refuse = (code: string, details: Readonly<Record<string, number>> = {}): void => {
      next(Object.assign(new Error(code), { data: details }))
      // Behind the refusal, which is still on its way.
      setImmediate(() => socket.conn.close())
    }
    if (tried.has(socket.conn)) return refuse('unauthenticated')
    tried.add(socket.conn)
    if (socket.handshake.auth['version'] !== protocolVersion)
      return refuse('versionMismatch', { version: protocolVersion })
    readSession(socket).then(
      (person) => {
        // Another tab may have signed somebody else in: what the page holds isn't theirs.
        const pageOf: unknown = socket.handshake.auth['personId'] ?? person?.personId
        if (!person || pageOf !== person.personId) return refuse('unauthenticated')
        inside.add(socket.conn)
        socket.data = person
        next()
      },
      (error: unknown) => {
        onError(error)
        refuse('unavailable')
      },
    )
  })
}

/** The first character of a frame of Socket.IO names its kind. */
const isHandshake = (data: unknown): boolean => typeof data === 'string' && data.startsWith('0')
