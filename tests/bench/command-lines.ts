import { randomUUID } from 'node:crypto'
import { type ClientToServer, protocolVersion, type ServerToClient, socketPath } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'

/** A way by which commands go to the hub; throws unless one is committed. */
export type CommandLine = { command(path: string, input: unknown, commandId?: string): Promise<void> }

/** Connections of one person, as each of their pages has one; the hub allows sixty. */
const mostLines = 48

/** Opens the connections of so many pages, to each of the servers in turn. */
export async function openCommandLines(
  urls: readonly string[],
  cookie: string,
): Promise<{ line(page: number): CommandLine; close(): void }> {
  const sockets = await Promise.all(
    Array.from({ length: mostLines }, (_, index) => connected(urls[index % urls.length] ?? '', cookie)),
  )
  return {
    line: (page) => ({
      async command(path, input, commandId = randomUUID()) {
        const socket = sockets[page % mostLines]
        const [reply] = (await socket?.emitWithAck('commands', { commands: [{ path, commandId, input }] })) ?? []
        if (reply?.status !== 'committed') throw new Error(`${path} was answered with ${JSON.stringify(reply)}`)
      },
    }),
    close() {
      for (const socket of sockets) socket.disconnect()
    },
  }
}

async function connected(url: string, cookie: string): Promise<Socket<ServerToClient, ClientToServer>> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: socketPath,
    transports: ['websocket'],
    forceNew: true,
    auth: { version: protocolVersion },
    extraHeaders: { origin: url, cookie },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}
