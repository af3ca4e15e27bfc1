import { parseArgs } from 'node:util'
import pino from 'pino'
import { loadDemo } from './demo/load-demo.ts'
import { readEnv } from './env.ts'
import { type HubLog, openHub } from './hub.ts'
import { announce } from './launch/announce.ts'
import { decideMode } from './launch/mode.ts'
import { serve } from './launch/serve.ts'
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
  const hub = await openHub(env, log, onLost)
  try {
    const mode = await decideMode(env, hub.pool, { empty: values.empty, now: new Date().toISOString() })
    // Also a load that was cut off: it goes on where it stopped.
    if (mode.installation.demo) await loadDemo(hub, log)
    const serving = await serve(hub, mode, log.error)
    const address = serving.app.server.address()
    const port = typeof address === 'object' && address ? address.port : env.port
    process.stdout.write(`${await announce(env, mode, serving.identity, port)}\n`)
    stopOnSignal(async () => {
      await serving.stop()
      await hub.close()
    }, logger)
  } catch (error) {
    await hub.close()
    throw error
  }
}

const longestStop = 25_000

function stopOnSignal(stop: () => Promise<void>, logger: pino.Logger): void {
  let stopping = false
  const onSignal = (): void => {
    if (stopping) return
    stopping = true
    // Even where the database hangs, the process ends; nothing that was acknowledged depends on a clean end.
    setTimeout(() => process.exit(1), longestStop).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stop failed')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', onSignal)
  process.once('SIGINT', onSignal)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
