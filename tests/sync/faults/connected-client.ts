import {
  type Answer,
  answerOf,
  answersIn,
  answerWithin,
  backAfterClosed,
  backAfterRefused,
  type ClientToServer,
  createSyncClient,
  type Disk,
  type Fetcher,
  frameOf,
  memoryDisk,
  outOfTables,
  protocolVersion,
  reconnection,
  type Refusal,
  type Reply,
  type ServerToClient,
  socketPath,
  type SyncClient,
  type Wire,
} from '@kolo/sync'
import { TRPCClientError } from '@trpc/client'
import { io, type Socket } from 'socket.io-client'
import type { SignedInPerson } from '../../people/person.ts'

/** The client of the hub as the web app has it, over the real HTTP and socket of a server, without a browser. */
export type ConnectedClient = {
  readonly client: SyncClient
  /** From now on pushed events are lost on their way, and nothing else. */
  loseEvents(): void
  close(): void
}

/** How a client comes back when the server was away: without delay, for tests, or spread out. */
type ComesBack = 'quickly' | 'as pages do'

/** A command as it went over the line. */
type Sent = { readonly commandId: string; readonly path: string; readonly input: unknown }

/**
 * Hears what came of each command that went over the line, again for one that was sent again: the server's word or none,
 * after so many milliseconds, and how many travelled together.
 */
export type Heard = (of: {
  readonly sent: Sent
  readonly reply: Reply | undefined
  readonly milliseconds: number
  readonly together: number
}) => void

const nobody: Heard = () => undefined

/** Connects a person. */
export async function connectClient(
  person: SignedInPerson,
  disk: Disk = memoryDisk(),
  comesBack: ComesBack = 'quickly',
  heard: Heard = nobody,
): Promise<ConnectedClient> {
  const personId = await personIdOf(person)
  let losing = false
  const wire = wireOf(person, comesBack, () => losing, heard)
  const client = createSyncClient({ personId, fetcher: fetcherOf(person, heard), wire, disk })
  return { client, loseEvents: () => void (losing = true), close: () => client.close() }
}

/** Asked until somebody answers: the line may be down. */
async function personIdOf({ api }: SignedInPerson): Promise<string> {
  for (;;) {
    const answer = await api.sessions.current.query().catch((error: unknown) => {
      if (codeOf(error) !== undefined) throw error
    })
    if (answer && !answer.person) throw new Error('Nobody is signed in.')
    if (answer?.person) return answer.person.id
  }
}

function wireOf({ url, cookie }: SignedInPerson, comesBack: ComesBack, losing: () => boolean, heard: Heard): Wire {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: socketPath,
    transports: ['websocket'],
    auth: { version: protocolVersion },
    extraHeaders: { cookie, origin: url },
    ...(comesBack === 'quickly' ? { reconnectionDelay: 50, reconnectionDelayMax: 200 } : reconnection),
    autoConnect: false,
  })
  /** What Socket.IO leaves to its user. */
  const later = (milliseconds: number): void => {
    if (comesBack === 'as pages do') setTimeout(() => socket.connect(), milliseconds)
  }
  return {
    on(handlers) {
      socket.on('connect', handlers.connected)
      socket.on('disconnect', (reason) => {
        handlers.disconnected()
        if (reason === 'io server disconnect') later(backAfterClosed())
      })
      socket.on('connect_error', () => {
        if (!socket.active) later(backAfterRefused())
      })
      socket.on('events', ({ events, behind }) => void (losing() || handlers.events(events, behind)))
      socket.on('beacon', handlers.beacon)
      socket.on('presence', handlers.presence)
      socket.on('revoked', ({ spaceId }) => handlers.revoked(spaceId))
      socket.on('hint', handlers.hint)
      socket.connect()
    },
    subscribe: (spaceIds) => new Promise((resolve) => socket.emit('subscribe', { spaceIds: [...spaceIds] }, resolve)),
    unsubscribe: (spaceIds) => void socket.emit('unsubscribe', { spaceIds: [...spaceIds] }),
    presence: (frame) => void socket.emit('presence', frame),
    async commands(items) {
      if (!socket.connected) return undefined
      const begin = performance.now()
      const asked = socket.timeout(answerWithin).emitWithAck('commands', frameOf(items))
      const replies = await asked.catch((): undefined => undefined)
      const how = { milliseconds: performance.now() - begin, together: items.length }
      for (const [index, sent] of items.entries()) heard({ sent, reply: replies?.[index], ...how })
      return replies && answersIn(replies)
    },
    close: () => void socket.disconnect(),
  }
}

type Mutations = Record<string, Record<string, { mutate(input: unknown): Promise<Reply> }>>

/** The way by which commands go where no connection stands, one at a time. */
export function httpCalls({ api }: SignedInPerson, heard: Heard = nobody): (sent: Sent) => Promise<Answer> {
  const replyTo = async ({ path, commandId, input }: Sent): Promise<Reply | undefined> => {
    const [noun = '', verb = ''] = path.split('.')
    try {
      return await (api as unknown as Mutations)[noun]![verb]!.mutate({ commandId, input })
    } catch (error) {
      const refusal = refusalIn(error)
      return refusal && { status: 'refused', ...refusal }
    }
  }
  return async (sent) => {
    const begin = performance.now()
    const reply = await replyTo(sent)
    heard({ sent, reply, milliseconds: performance.now() - begin, together: 1 })
    return reply?.status === 'committed' ? reply : answerOf(reply)
  }
}

function fetcherOf(person: SignedInPerson, heard: Heard): Fetcher {
  const { api } = person
  return {
    call: httpCalls(person, heard),
    snapshot: (spaceId) =>
      unlessForbidden(async () => outOfTables(await api.spaces.snapshot.query({ spaceId, asTables: true }))),
    eventsAfter: (spaceId, epoch, after, last) =>
      unlessForbidden(() => api.spaces.events.query({ spaceId, epoch, after, last })),
  }
}

const refusalIn = (error: unknown): Refusal | undefined => {
  const said = error instanceof TRPCClientError ? (error.data as Partial<Refusal> | null | undefined) : undefined
  return said?.code && { code: said.code, details: said.details ?? {} }
}

const codeOf = (error: unknown): string | undefined => refusalIn(error)?.code

async function unlessForbidden<Output>(work: () => Promise<Output>): Promise<Output | 'forbidden'> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) === 'notFound') return 'forbidden'
    throw error
  }
}
