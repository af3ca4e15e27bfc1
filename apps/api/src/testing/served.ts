import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, migrations } from '@kolo/database'
import { testDatabase } from '@kolo/database/testing'
import { partLoaders } from '../features/parts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { readEnv } from '../env.ts'
import type { Hub, HubLog } from '../hub.ts'
import { ensureInstallation } from '../kernel/genesis.ts'
import { createKernel } from '../kernel/kernel.ts'
import type { Reads } from '../kernel/transaction.ts'
import { serve, type Serving } from '../launch/serve.ts'

export { demoId } from '../demo/demo-hub.ts'
export { foreignLog } from '../launch/foreign-log.ts'
export type { Frame, Line } from '../launch/frames.ts'
export { redisLine } from '../launch/redis-line.ts'
export { runFrame } from '../transports/sockets/command-frames.ts'
export { registeredCommands } from '../transports/trpc/registered-commands.ts'
export { expectCaughtUp, freshSnapshot } from './caught-up.ts'
export { type HubNode, type HubNodes, hubNodes } from './nodes.ts'
export { grantMembers, takingPart } from './project.ts'
export { logProblems } from './log-problems.ts'
export { type SharedHub, sharedHub } from './shared-hub.ts'
export { workbookFile } from './workbook.ts'

/** The whole server in the test's own process, on loopback, over a database of the test's own. */
export type ServedHub = {
  readonly hub: Hub
  readonly serving: Serving
  readonly url: string
  /** What went wrong in the background. */
  readonly failures: unknown[]
  /** Signs a person in without a password; gives the cookie. */
  cookieOf(personId: string): Promise<string>
  close(): Promise<void>
}

/** Serves a hub: with the demo network, or empty. */
export async function servedHub(options: { demo: boolean }): Promise<ServedHub> {
  const { pool, db, drop } = await testDatabase<Database>({ migrations })
  const dataDir = await mkdtemp(join(tmpdir(), 'kolo-served-'))
  const failures: unknown[] = []
  const log: HubLog = { info: () => undefined, error: (error) => void failures.push(error) }
  const kernel = createKernel({ pool, reads: db as unknown as Reads, loaders: partLoaders, onError: log.error })
  // Tests call as fast as they can.
  const env = readEnv({ KOLO_DATA: dataDir, PORT: '0', LOG_LEVEL: 'silent', CALLS_PER_SECOND: '100000' })
  const hub: Hub = { env, pool, db, kernel, close: () => kernel.idle() }
  const installation = await ensureInstallation(pool, { demo: options.demo, now: new Date().toISOString() })
  if (options.demo) await loadDemo(hub, log)
  const serving = await serve(hub, { installation, production: false, fresh: true }, log.error)
  const { port } = serving.app.server.address() as AddressInfo
  return {
    hub,
    serving,
    url: `http://127.0.0.1:${port}`,
    failures,
    async cookieOf(personId) {
      const header = await serving.identity.sessions.open(personId, 'password', { address: '127.0.0.1', agent: 'test' })
      return header.split(';')[0] ?? ''
    },
    async close() {
      await serving.stop()
      await kernel.idle()
      await drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
