import { randomUUID } from 'node:crypto'
import { freePort, ready, start } from '../../infra/cluster/process.ts'
import { startProxy } from '../../infra/cluster/proxy.ts'
import { startRedis } from '../../infra/cluster/redis.ts'
import { startServer } from '../browser/server.ts'
import { type SignedInPerson, signIn } from '../people/person.ts'
import { onDatabase } from '../database/hub-database.ts'
import { type Host, hostSettings, makeDataDir, removeDataDir, stagesOf } from './host.ts'

const email = 'coordinator@kolo.test'
const password = 'kolo-bench'

/** Two nodes behind a proxy, on one PostgreSQL and one Redis, as `npm run cluster` has them. */
export async function twoNodes(): Promise<Host> {
  const dataDir = await makeDataDir()
  const redis = await startRedis()
  const database = start('postgres', process.execPath, ['packages/database/src/embedded/run.ts', dataDir])
  const databaseUrl = await ready(database, async () => /postgres:\S+/.exec(database.said())?.[0])
  const env = { ...hostSettings, DATABASE_URL: databaseUrl, REDIS_URL: redis.url }
  await createAdministrator({ ...process.env, ...env, KOLO_DATA: dataDir })
  const first = await startServer({ dataDir, env })
  const second = await startServer({ dataDir, env })
  const entry = await freePort()
  const proxy = await startProxy(
    entry,
    [first, second].map(({ url }) => Number(new URL(url).port)),
  )
  const coordinator = await signIn(first.url, email, password)
  await createProject(dataDir, coordinator)
  return {
    dataDir,
    nodes: [first, second],
    redisUrl: redis.url,
    entry: `http://127.0.0.1:${entry}`,
    coordinator,
    spaceIds: await stagesOf(coordinator),
    async stop() {
      proxy.close()
      await Promise.all([first.stop(), second.stop()])
      await database.end()
      await redis.stop()
      await removeDataDir(dataDir)
    },
  }
}

async function createAdministrator(env: NodeJS.ProcessEnv): Promise<void> {
  const kolo = async (args: readonly string[], input = ''): Promise<void> => {
    const command = start('kolo', process.execPath, ['apps/api/src/cli/kolo.ts', ...args], { env, input })
    if ((await command.ended) !== 0) throw new Error(command.said())
  }
  await kolo(['migrate'])
  await kolo(['create-admin', '--name', 'Coordinator', '--email', email], `${password}\n`)
}

async function createProject(dataDir: string, { api }: SignedInPerson): Promise<void> {
  const { person } = await api.sessions.current.query()
  const [network] = await onDatabase(dataDir, (run) => run(`select id from space where kind = 'network'`))
  await api.projects.create.mutate({
    commandId: randomUUID(),
    input: {
      spaceId: String(network?.['id']),
      projectId: randomUUID(),
      commonsSpaceId: randomUUID(),
      coordinationSpaceId: randomUUID(),
      slug: 'bench',
      name: 'Bench',
      shortName: 'Bench',
      startsOn: '2026-05-01',
      endsOn: '2027-02-28',
      about: {},
      coordinatorId: person?.id ?? '',
      template: 'six-stage',
    },
  })
}
