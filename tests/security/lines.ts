import { randomUUID } from 'node:crypto'
import { type ClientToServer, protocolVersion, type Reply, type ServerToClient, socketPath } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'

/** A command as it is told over a connection; with an id where it isn't a new one. */
export type Told = { readonly path: string; readonly input: unknown; readonly commandId?: string }

/** Open connections of people, one for each session. */
export type Lines = {
  /** Sends commands in one frame over the connection of whoever the cookie says. */
  send(cookie: string, commands: readonly Told[]): Promise<readonly Reply[]>
  close(): void
}

/** Opens them as they are needed. */
export function openLines(url: string): Lines {
  const lines = new Map<string, Socket<ServerToClient, ClientToServer>>()
  const lineOf = (cookie: string): Socket<ServerToClient, ClientToServer> => {
    const line =
      lines.get(cookie) ??
      io(url, {
        path: socketPath,
        transports: ['websocket'],
        forceNew: true,
        auth: { version: protocolVersion },
        extraHeaders: { cookie, origin: url },
      })
    lines.set(cookie, line)
    return line
  }
  return {
    async send(cookie, told) {
      const commands = told.map((command) => ({ commandId: randomUUID(), ...command }))
      return lineOf(cookie).timeout(60_000).emitWithAck('commands', { commands })
    },
    close() {
      for (const line of lines.values()) line.disconnect()
    },
  }
}
