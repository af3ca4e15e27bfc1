import {
  answersIn,
  answerWithin,
  backAfterClosed,
  backAfterRefused,
  type ClientToServer,
  frameOf,
  isOlder,
  protocolVersion,
  reconnection,
  type ServerToClient,
  socketPath,
  type Wire,
} from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'

/** The person's socket to the hub; it connects by itself again, with jitter, for as long as the page lives. */
export function openWire(personId: string): Wire {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    path: socketPath,
    transports: ['websocket'],
    auth: { version: protocolVersion, personId },
    ...reconnection,
    autoConnect: false,
  })
  return {
    on(handlers) {
      socket.on('connect', handlers.connected)
      socket.on('disconnect', (reason) => {
        handlers.disconnected()
        // The server closed it (sign-out elsewhere, restart): only then Socket.IO leaves reconnecting to us.
        if (reason === 'io server disconnect') setTimeout(() => socket.connect(), backAfterClosed())
      })
      socket.on('connect_error', (error) => {
        const version: unknown =
          'data' in error ? (error.data as { version?: unknown } | undefined)?.version : undefined
        if (error.message === 'versionMismatch' && !isOlder(version)) return handlers.outdated?.()
        // Whoever is signed out by now learns it from the next question.
        if (error.message === 'unauthenticated') handlers.hint()
        if (!socket.active) setTimeout(() => socket.connect(), backAfterRefused())
      })
      socket.on('events', ({ events, behind }) => handlers.events(events, behind))
      socket.on('beacon', handlers.beacon)
      socket.on('presence', handlers.presence)
      socket.on('revoked', ({ spaceId }) => handlers.revoked(spaceId))
      socket.on('hint', handlers.hint)
      socket.connect()
    },
    subscribe: (spaceIds) => new Promise((resolve) => socket.emit('subscribe', { spaceIds: [...spaceIds] }, resolve)),
    unsubscribe: (spaceIds) => void socket.emit('unsubscribe', { spaceIds: [...spaceIds] }),
    presence: (frame) => void (socket.connected && socket.emit('presence', frame)),
    async commands(items) {
      // What Socket.IO would keep for later the outbox keeps itself.
      if (!socket.connected) return undefined
      return socket
        .timeout(answerWithin)
        .emitWithAck('commands', frameOf(items))
        .then(answersIn, () => undefined)
    },
    close: () => void socket.disconnect(),
  }
}
