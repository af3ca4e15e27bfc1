import type { ClientToServer, ServerToClient } from '@kolo/sync'
import type { Server, Socket } from 'socket.io'

/** Whom a socket belongs to. */
export type SocketPerson = { readonly personId: string; readonly sessionId: string }

type ServerToServer = Record<string, never>
export type HubIo = Server<ClientToServer, ServerToClient, ServerToServer, SocketPerson>
export type HubSocket = Socket<ClientToServer, ServerToClient, ServerToServer, SocketPerson>

export const roomOf = (spaceId: string): string => `space:${spaceId}`
export const personRoom = (personId: string): string => `person:${personId}`

/** The spaces whose rooms a socket is in. */
export const spacesOfSocket = ({ rooms }: Pick<HubSocket, 'rooms'>): string[] =>
  [...rooms].filter((room) => room.startsWith('space:')).map((room) => room.slice(6))

/** The person's sockets on this node. */
export const socketsOf = (io: HubIo, personId: string): HubSocket[] =>
  [...(io.sockets.adapter.rooms.get(personRoom(personId)) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? [])

/** What says whose a connection is. */
export const headersOf = ({ handshake }: Pick<HubSocket, 'handshake'>): Headers =>
  new Headers({ cookie: handshake.headers.cookie ?? '' })
