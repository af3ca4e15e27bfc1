import { protocolVersion, socketPath } from '@kolo/sync'
import { io } from 'socket.io-client'

/** Somebody at a socket who writes down every frame. */
export type Listener = { readonly frames: string[]; ready(): Promise<boolean>; close(): void }

/** Connects, subscribes to all these spaces, allowed or not, and collects whatever comes. */
export function listenTo(url: string, cookie: string | undefined, spaceIds: readonly string[]): Listener {
  const frames: string[] = []
  const headers = { origin: url, ...(cookie === undefined ? {} : { cookie }) }
  const socket = io(url, {
    path: socketPath,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { version: protocolVersion },
    extraHeaders: headers,
  })
  const done = new Promise<boolean>((resolve) => {
    socket.on('connect_error', (error) => {
      frames.push(error.message)
      resolve(false)
    })
    socket.on('connect', () => {
      socket.emit('subscribe', { spaceIds }, (answer: unknown) => {
        frames.push(JSON.stringify(answer))
        resolve(true)
      })
    })
  })
  socket.onAny((...frame: unknown[]) => frames.push(JSON.stringify(frame)))
  return { frames, ready: () => done, close: () => void socket.disconnect() }
}
