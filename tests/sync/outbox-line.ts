import {
  type Answer,
  answerOf,
  answersIn,
  answerWithin,
  type ClientToServer,
  type ConfirmedSpace,
  type Fetcher,
  frameOf,
  outOfTables,
  type OutboxItem,
  protocolVersion,
  type Reply,
  type ServerToClient,
  socketPath,
  type Wire,
} from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'
import { call } from '../security/calls.ts'

/** A page's way to a server, over real HTTP and a real socket: nothing gets through until it is put up. */
export type OutboxLine = {
  readonly fetcher: Fetcher
  readonly wire: Wire
  /** What the server said of commands, heard or not: the answer to the first frame is lost on its way. */
  readonly replies: readonly Reply[]
  putUp(): void
}

/** Lays a line for whoever the cookie says. */
export function layLine(url: string, cookie: string): OutboxLine {
  let isUp = false
  let frames = 0
  const replies: Reply[] = []
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: socketPath,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    autoConnect: false,
    auth: { version: protocolVersion },
    extraHeaders: { cookie, origin: url },
  })
  socket.on('connect', () => void (isUp = true))
  const ask = async <Output>(path: string, input: object): Promise<Output | 'forbidden'> => {
    if (!isUp) throw new Error('The line is down.')
    const { code, data } = await call(url, cookie, { path, kind: 'query', type: 'query' }, input)
    if (code !== 'ok' && code !== 'notFound') throw new Error(`${path} answered ${code}.`)
    return code === 'ok' ? (data as Output) : 'forbidden'
  }
  const send = async ({ path, commandId, input }: OutboxItem): Promise<Answer> => {
    if (!isUp) return { status: 'unknown' }
    const { code, details, data } = await call(
      url,
      cookie,
      { path, kind: 'command', type: 'mutation' },
      input,
      commandId,
    )
    const reply = (code === 'ok' ? data : { status: 'refused', code, details }) as Reply
    replies.push(reply)
    return reply.status === 'refused' ? answerOf(reply) : reply
  }
  const wire: Wire = {
    on(handlers) {
      socket.on('connect', handlers.connected)
      socket.on('disconnect', handlers.disconnected)
      socket.on('events', ({ events, behind }) => handlers.events(events, behind))
      socket.on('beacon', handlers.beacon)
      socket.on('presence', handlers.presence)
      socket.on('revoked', ({ spaceId }) => handlers.revoked(spaceId))
      socket.on('hint', handlers.hint)
    },
    subscribe: (spaceIds) => new Promise((resolve) => socket.emit('subscribe', { spaceIds: [...spaceIds] }, resolve)),
    unsubscribe: (spaceIds) => void socket.emit('unsubscribe', { spaceIds: [...spaceIds] }),
    presence: (frame) => void socket.emit('presence', frame),
    async commands(items) {
      if (!socket.connected) return undefined
      const answered = await socket.timeout(answerWithin).emitWithAck('commands', frameOf(items))
      replies.push(...answered)
      frames += 1
      return frames === 1 ? undefined : answersIn(answered)
    },
    close: () => void socket.disconnect(),
  }
  return {
    wire,
    replies,
    fetcher: {
      call: send,
      snapshot: async (spaceId) => {
        const snapshot = await ask<ConfirmedSpace | 'forbidden'>('spaces.snapshot', { spaceId, asTables: true })
        return snapshot === 'forbidden' ? snapshot : outOfTables(snapshot)
      },
      eventsAfter: (spaceId, epoch, after, last) => ask('spaces.events', { spaceId, epoch, after, last }),
    },
    putUp: () => void socket.connect(),
  }
}
