import { randomUUID } from 'node:crypto'
import { type ClientToServer, protocolVersion, type ServerToClient, socketPath } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'
import type { Answer } from './calls.ts'

/** Open connections of people, one for each session. */
export type Lines = {
  /** Sends a command over the connection of whoever the cookie says. */
  send(cookie: string, path: string, input: unknown): Promise<Pick<Answer, 'code' | 'details'>>
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
    async send(cookie, path, input) {
      const commands = [{ path, commandId: randomUUID(), input }]
      const [reply] = await lineOf(cookie).timeout(60_000).emitWithAck('commands', { commands })
      return reply?.status === 'refused' ? reply : { code: 'ok', details: undefined }
    },
    close() {
      for (const line of lines.values()) line.disconnect()
    },
  }
}
