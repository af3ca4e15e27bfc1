import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { socketPath } from '@kolo/sync'

/** Answers upgrades that nobody else does; Socket.IO listens for its own path by itself. */
export function dispatchUpgrades(
  http: Server,
  handlers: Readonly<Record<string, (request: IncomingMessage, socket: Duplex, head: Buffer) => void>>,
): void {
  http.on('upgrade', (request, socket, head) => {
    // Node has taken its own listener away: a peer that resets the line now would end the process.
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '').split('?')[0] ?? ''
    // With the slash: Socket.IO itself leaves everything else unanswered, for ever.
    if (path.startsWith(`${socketPath}/`)) return
    const handler = handlers[path]
    if (handler) handler(request, socket, head)
    else refuseUpgrade(socket, '404 Not Found')
  })
}

/** Answers an upgrade with this status, and lets the line go: a peer that never closes would keep it open. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}
