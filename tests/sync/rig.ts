import { sharedHub, type SharedHub } from '@kolo/api/testing'
import { createPool } from '@kolo/database'
import type { PartName } from '@kolo/domain/events/parts'
import { startServer, type TestServer } from '../browser/server.ts'
import { connectionOf } from '../database/hub-database.ts'
import { clientWith, signIn, type SignedInPerson } from '../people/person.ts'

/** A pool over the hub's database, past the hub. */
export type HubPool = ReturnType<typeof createPool>

/** What is put under load: a server in a process of its own, people in one of its spaces, and the way past it to its database. */
export type Rig = {
  readonly server: TestServer
  readonly people: readonly [SignedInPerson, SignedInPerson]
  readonly spaceId: string
  /** What was filled past the log, so that its events don't rebuild it. */
  readonly unlogged: readonly PartName[]
  onPool<Output>(work: (pool: HubPool) => Promise<Output>): Promise<Output>
  stop(): Promise<void>
}

type Env = Readonly<Record<string, string>>

/** Failures are awaited here, and nobody calls too often. */
const settings = { LOG_LEVEL: 'fatal', CALLS_PER_SECOND: '1000000' }

/** On an embedded database; where TEST_DATABASE_URL names a server of PostgreSQL, on a database there. */
export const startRig = (env: Env = {}): Promise<Rig> =>
  process.env['TEST_DATABASE_URL'] ? sharedHub().then((shared) => sharedRig(shared, env)) : demoRig({ env })

/** The demo on an embedded database, in a folder of its own or in one that is given. */
export async function demoRig({ env = {}, dataDir }: { env?: Env; dataDir?: string } = {}): Promise<Rig> {
  const server = await startServer({
    env: { ...settings, ...env },
    ...(dataDir === undefined ? { demo: 'prepared' } : { dataDir }),
  })
  const enter = (name: string): Promise<SignedInPerson> => signIn(server.url, `${name}@demo.kolo.test`)
  const people = [await enter('coordinator'), await enter('partner-serbia')] as const
  const spaces = await people[0].api.spaces.mine.query({})
  return {
    server,
    people,
    spaceId: spaces.find(({ kind }) => kind === 'stage')!.id,
    unlogged: [],
    async onPool(work) {
      const pool = createPool(await connectionOf(server.dataDir), { onError: () => undefined })
      try {
        return await work(pool)
      } finally {
        await pool.end()
      }
    },
    stop: () => server.stop(),
  }
}

/** A server on the database of a hub that is there already, as in production. */
export async function sharedRig(shared: SharedHub, env: Env = {}): Promise<Rig> {
  const server = await startServer({ env: { ...settings, DATABASE_URL: shared.databaseUrl, ...env } })
  const { url } = server
  const enter = async (personId: string): Promise<SignedInPerson> => {
    const cookie = await shared.cookieOf(personId)
    return { url, cookie, api: clientWith(url, cookie) }
  }
  const [first, second] = shared.coordinatorIds
  return {
    server,
    people: [await enter(first), await enter(second)],
    spaceId: shared.spaceId,
    unlogged: ['space', 'people'],
    onPool: (work) => work(shared.hub.pool),
    async stop() {
      await server.stop()
      await shared.hub.close()
    },
  }
}
