import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type TestServer } from '../browser/server.ts'
import { type SignedInPerson, signIn } from '../people/person.ts'

/** The hub as it is measured: its nodes, and somebody who may do everything in two of its spaces. */
export type Host = {
  readonly dataDir: string
  readonly nodes: readonly [TestServer, ...TestServer[]]
  /** Where pages connect. */
  readonly entry: string
  /** By which several nodes tell each other. */
  readonly redisUrl?: string
  readonly coordinator: SignedInPerson
  /** Stages of a project: one to talk in, one with a board that is worked on, one with a board that is left alone. */
  readonly spaceIds: readonly [string, string, string]
  stop(): Promise<void>
}

/** Errors are printed, to be counted; nobody calls too often here. */
export const hostSettings = { LOG_LEVEL: 'error', CALLS_PER_SECOND: '1000000' }

/** One server on its embedded database, with the demo. */
export async function demoHost(): Promise<Host> {
  const dataDir = await makeDataDir()
  const server = await startServer({ dataDir, env: hostSettings })
  const coordinator = await signIn(server.url, 'coordinator@demo.kolo.test')
  return {
    dataDir,
    nodes: [server],
    entry: server.url,
    coordinator,
    spaceIds: await stagesOf(coordinator),
    async stop() {
      await server.stop()
      await removeDataDir(dataDir)
    },
  }
}

/** The first three stages that the person is in. */
export async function stagesOf({ api }: SignedInPerson): Promise<[string, string, string]> {
  const [first, second, third] = (await api.spaces.mine.query({})).filter(({ kind }) => kind === 'stage')
  if (!first || !second || !third) throw new Error('There are no stages.')
  return [first.id, second.id, third.id]
}

/** A folder that the database's own user may enter. */
export async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kolo-bench-'))
  await chmod(dataDir, 0o755)
  return dataDir
}

/** Removes it, however long the database takes to let it go. */
export const removeDataDir = (dataDir: string): Promise<void> =>
  rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
