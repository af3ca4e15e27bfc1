import { parseArgs } from 'node:util'
import pino from 'pino'
import { loadDemo } from './demo/load-demo.ts'
import { type Env, readEnv } from './env.ts'
import { type HubLog, openHub } from './hub.ts'
import { announce } from './launch/announce.ts'
import { armFailpoint } from './launch/failpoint.ts'
import { decideMode } from './launch/mode.ts'
import { serve } from './launch/serve.ts'
import { type Ending, stopOnSignal } from './launch/stop-on-signal.ts'
import { plainError } from './transports/http/plain-error.ts'

/** The composition root: builds, wires, starts, and stops on a signal. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } }, allowPositionals: true })
  const env = readEnv()
  const logger = pino({ level: env.logLevel, serializers: { err: plainError } })
  const log: HubLog = {
    info: (message) => logger.info(message),
    error: (error) => logger.error({ err: error }, 'failed'),
  }
  const onLost = (): void => {
    logger.fatal('The database is no longer ours.')
    process.exit(1)
  }
  const ending = stopOnSignal((error) => logger.error({ err: error }, 'stop failed'))
  try {
    await run(env, { empty: values.empty }, log, onLost, ending)
  } catch (error) {
    // Once a signal has come, the start fails because what it needs is being closed.
    if (!ending.begun) throw error
  }
}

async function run(
  env: Env,
  options: { readonly empty: boolean },
  log: HubLog,
  onLost: () => void,
  ending: Ending,
): Promise<void> {
  const hub = await openHub(env, log, onLost)
  ending.opened(() => hub.close())
  try {
    const mode = await decideMode(env, hub.pool, { ...options, now: new Date().toISOString() })
    // Also a load that was cut off: it goes on where it stopped.
    if (mode.installation.demo) await loadDemo(hub, log)
    if (env.failpoint !== undefined) armFailpoint(hub.kernel, env.failpoint)
    const serving = await serve(hub, mode, log.error)
    ending.opened(() => serving.stop())
    const address = serving.app.server.address()
    const port = typeof address === 'object' && address ? address.port : env.port
    process.stdout.write(`${await announce(env, mode, serving.identity, port)}\n`)
  } catch (error) {
    if (!ending.begun) await hub.close()
    throw error
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
