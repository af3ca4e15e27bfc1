import type { Hocuspocus } from '@hocuspocus/server'
import type { RawData, WebSocket } from 'ws'
import type { Admission } from './admission.ts'
import type { PersonIntake } from './person-intake.ts'

/** Whom a document connection belongs to. */
export type CollabPerson = { readonly personId: string; readonly sessionId: string }

/** What every hook of a connection knows. */
export type CollabContext = CollabPerson & {
  readonly socket: ClientSocket
  /** Set by the handshake of the document. */
  readonly admission?: Admission
}

/** A browser's socket as the document server sees it. */
export type ClientSocket = {
  readonly person: CollabPerson
  /** A frame has been dealt with. */
  handled(bytes: number): void
  /** Ends the socket; the browser comes back by itself and is admitted anew. */
  end(code: keyof typeof closeReasons): void
}

/** Why a socket is ended. 1013: try again later. */
export const closeReasons = { 1001: 'shutdown', 1013: 'retry', 4403: 'rights changed', 4408: 'silent' } as const

// Whoever is gone is noticed with the fourth beat after their last word: within 40 seconds.
const beat = 10_000
const maxSilent = 3
const closingTime = 2_000
// More than the largest text; whoever reads nothing comes back, and takes the difference alone.
const maxUnreadBytes = 16 * 1024 * 1024
// One-byte frames of Hocuspocus's protocol that name no document; the browser answers them even in a hidden tab.
const pingFrame = new Uint8Array([9])
const pongByte = 10

/** Connects an accepted socket with the document server: heartbeat, back pressure, no exception gets out. */
export function clientSocket(
  ws: WebSocket,
  options: {
    readonly person: CollabPerson
    readonly hocuspocus: Hocuspocus<CollabContext>
    readonly url: string
    readonly intake: PersonIntake
    readonly onClose: (socket: ClientSocket) => void
    readonly onError: (error: unknown) => void
  },
): ClientSocket {
  let silent = 0
  const intake = options.intake(options.person.personId, ws)
  const socket: ClientSocket = {
    person: options.person,
    handled: intake.handled,
    end(code) {
      ws.close(code, closeReasons[code])
      // A peer that doesn't answer the closing isn't waited for.
      setTimeout(() => ws.terminate(), closingTime).unref()
    },
  }
  boundUnread(ws)
  const client = options.hocuspocus.handleConnection(ws, new Request(options.url), { ...options.person, socket })
  const heartbeat = setInterval(() => {
    // Whom nobody listens to, because the log can't store as fast, can't say that they are there.
    if (!ws.isPaused) silent += 1
    if (silent > maxSilent) ws.terminate()
    else if (ws.readyState === ws.OPEN) ws.send(pingFrame)
  }, beat)
  ws.on('message', (data: RawData, isBinary: boolean) => {
    silent = 0
    const frame = bytesOf(data)
    if (!isBinary || frame.length === 0 || (frame.length === 1 && frame[0] === pongByte)) return
    intake.came(frame.length)
    client.handleMessage(frame)
  })
  ws.on('error', options.onError)
  ws.on('close', (code: number, reason: Buffer) => {
    clearInterval(heartbeat)
    intake.gone()
    client.handleClose({ code, reason: reason.toString() })
    options.onClose(socket)
  })
  return socket
}

/** Cuts off whoever doesn't read what is sent to them, before it fills the memory. */
function boundUnread(ws: WebSocket): void {
  const send = ws.send.bind(ws) as (...given: unknown[]) => void
  ws.send = (...given: unknown[]): void => {
    if (ws.bufferedAmount > maxUnreadBytes) ws.terminate()
    else send(...given)
  }
}

function bytesOf(data: RawData): Uint8Array {
  const buffer = Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}
