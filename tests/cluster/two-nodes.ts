import { type SharedHub, sharedHub } from '@kolo/api/testing'
import type { Envelope } from '@kolo/domain/events/envelope'
import { type ClientToServer, protocolVersion, type ServerToClient, socketPath } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'
import { type Redis, startRedis } from '../../infra/cluster/redis.ts'
import { startServer, type TestServer } from '../browser/server.ts'
import { type Line, openLine } from '../lines/line.ts'
import { clientWith, type SignedInPerson } from '../people/person.ts'

/** Two servers in processes of their own, on one database and one Redis. */
export type TwoNodes = {
  readonly shared: SharedHub
  readonly redis: Redis
  /** Between the second node and Redis. */
  readonly line: Line
  readonly nodes: readonly [TestServer, TestServer]
  /** A person with a fresh session, at a node. */
  enter(personId: string, node: TestServer, cookie?: string): Promise<SignedInPerson>
  stop(): Promise<void>
}

/** Starts them with lines between them: Redis, NOTIFY, both or neither. */
export async function startTwoNodes(options: { readonly redis: boolean; readonly notify: boolean }): Promise<TwoNodes> {
  const shared = await sharedHub()
  if (!options.notify) await muteNotify(shared)
  const redis = await startRedis()
  const line = await openLine(redis.url)
  const node = (redisUrl: string): Promise<TestServer> => startNode(shared, options.redis ? redisUrl : undefined)
  const stopAll = async (running: readonly TestServer[]): Promise<void> => {
    await Promise.all(running.map((each) => each.stop()))
    line.close()
    await redis.stop()
    await shared.hub.close()
  }
  const nodes = await startBoth(
    () => node(redis.url),
    () => node(line.url),
    stopAll,
  )
  return {
    shared,
    redis,
    line,
    nodes,
    async enter(personId, { url }, given) {
      const cookie = given ?? (await shared.cookieOf(personId))
      return { url, cookie, api: clientWith(url, cookie) }
    },
    stop: () => stopAll(nodes),
  }
}

type Starting = () => Promise<TestServer>

/** One after the other: the first brings the database up to date. Where one doesn't start, nothing is left running. */
async function startBoth(
  first: Starting,
  second: Starting,
  stopAll: (running: readonly TestServer[]) => Promise<void>,
): Promise<readonly [TestServer, TestServer]> {
  const running: TestServer[] = []
  try {
    running.push(await first())
    running.push(await second())
    return running as unknown as readonly [TestServer, TestServer]
  } catch (error) {
    await stopAll(running)
    throw error
  }
}

/** Starts a node more. */
export const startNode = (shared: SharedHub, redisUrl: string | undefined): Promise<TestServer> =>
  startServer({
    env: {
      DATABASE_URL: shared.databaseUrl,
      LOG_LEVEL: 'error',
      // Whoever writes under load isn't told to wait.
      CALLS_PER_SECOND: '100000',
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    },
  })

/** From now on new connections to the database call a `pg_notify` that says nothing. */
async function muteNotify({ hub: { pool } }: SharedHub): Promise<void> {
  await pool.query(`create function public.pg_notify(text, text) returns void language sql as 'select'`)
  await pool.query(`do $$ begin
    execute format('alter database %I set search_path = public, pg_catalog', current_database());
  end $$`)
}

/** A socket as a browser opens it, and what it has heard. */
export type Listener = {
  readonly socket: Socket<ServerToClient, ClientToServer>
  /** Everything that was pushed, with doubles, in the order of arrival. */
  readonly pushed: readonly Envelope[]
  /** The newest seq of a space that it was told of, by an event or by a beacon. */
  headOf(spaceId: string): number
  /** Who was last said to be in a space. */
  presentIn(spaceId: string): readonly string[]
  /** Spaces that were closed to it. */
  readonly revoked: readonly string[]
  close(): void
}

/** Connects a person and subscribes a space. */
export async function listen(person: SignedInPerson, spaceId: string): Promise<Listener> {
  const socket: Listener['socket'] = io(person.url, {
    path: socketPath,
    transports: ['websocket'],
    auth: { version: protocolVersion },
    extraHeaders: { cookie: person.cookie, origin: person.url },
    reconnection: false,
    forceNew: true,
  })
  const pushed: Envelope[] = []
  const revoked: string[] = []
  const heads = new Map<string, number>()
  const told = (space: string, seq: number): void => void heads.set(space, Math.max(seq, heads.get(space) ?? 0))
  socket.on('events', ({ events }) => {
    pushed.push(...events)
    for (const event of events) told(event.spaceId, event.seq)
  })
  socket.on('beacon', ({ heads: all }) => {
    for (const [space, { seq }] of Object.entries(all)) told(space, seq)
  })
  const present = new Map<string, readonly string[]>()
  socket.on('presence', ({ spaceId: space, people }) => {
    present.set(
      space,
      people.map(({ personId }) => personId),
    )
  })
  socket.on('revoked', (frame) => revoked.push(frame.spaceId))
  await new Promise<void>((done, fail) => {
    socket.once('connect', done)
    socket.once('connect_error', fail)
  })
  const { refused } = await socket.emitWithAck('subscribe', { spaceIds: [spaceId] })
  if (refused.length > 0) throw new Error('The space is closed to this person.')
  return {
    socket,
    pushed,
    revoked,
    headOf: (space) => heads.get(space) ?? 0,
    presentIn: (space) => present.get(space) ?? [],
    close: () => socket.disconnect(),
  }
}
