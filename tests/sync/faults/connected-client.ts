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
  protocolVersion,
  reconnection,
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

/** Connects a person. */
export async function connectClient(
  person: SignedInPerson,
  disk: Disk = memoryDisk(),
  comesBack: ComesBack = 'quickly',
): Promise<ConnectedClient> {
  const personId = await personIdOf(person)
  let losing = false
  const wire = wireOf(person, comesBack, () => losing)
  const client = createSyncClient({ personId, fetcher: fetcherOf(person), wire, disk })
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

function wireOf({ url, cookie }: SignedInPerson, comesBack: ComesBack, losing: () => boolean): Wire {
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
      socket.on('events', ({ events }) => void (losing() || handlers.events(events)))
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
      return socket
        .timeout(answerWithin)
        .emitWithAck('commands', frameOf(items))
        .then(answersIn, () => undefined)
    },
    close: () => void socket.disconnect(),
  }
}

type Mutations = Record<string, Record<string, { mutate(input: unknown): Promise<Answer> }>>

function fetcherOf({ api }: SignedInPerson): Fetcher {
  return {
    async call({ path, commandId, input }) {
      const [noun = '', verb = ''] = path.split('.')
      try {
        return await (api as unknown as Mutations)[noun]![verb]!.mutate({ commandId, input })
      } catch (error) {
        const code = codeOf(error)
        return answerOf(code === undefined ? undefined : { code: code as 'notFound', details: {} })
      }
    },
    snapshot: (spaceId) => unlessForbidden(() => api.spaces.snapshot.query({ spaceId })),
    eventsAfter: (spaceId, epoch, after) => unlessForbidden(() => api.spaces.events.query({ spaceId, epoch, after })),
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof TRPCClientError ? (error.data as { code?: string } | null | undefined)?.code : undefined

async function unlessForbidden<Output>(work: () => Promise<Output>): Promise<Output | 'forbidden'> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) === 'notFound') return 'forbidden'
    throw error
  }
}
