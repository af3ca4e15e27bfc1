import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { AlreadyOwned, type Owner, ownDatabase } from '../connection/owner.ts'
import { redirect } from '../connection/pool.ts'
import type { Embedded } from './embedded.ts'

/** The embedded database in the hands of one server. */
export type KeptDatabase = {
  /** Lets another server have it. */
  release(): Promise<void>
  stop(): Promise<void>
}

const usualPause = 1_000

/**
 * Owns the embedded database, and starts it again whenever it has ended (killed, or without room on its disk), for as
 * long as it takes; until then the pool gives no connection. Throws AlreadyOwned; `onLost` hears when another server was
 * quicker.
 */
export async function keepEmbedded(
  pool: Pool,
  first: Embedded,
  options: {
    readonly start: () => Promise<Embedded>
    readonly log: { info(message: string): void; error(error: unknown): void }
    readonly onLost: () => void
    readonly pauseFor?: number
  },
): Promise<KeptDatabase> {
  const { start, log, onLost } = options
  let embedded = first
  let released = false
  let recovering = Promise.resolve()

  const own = (): Promise<Owner> => ownDatabase(pool, { onLost: () => void (recovering = recover()) })
  const recover = async (): Promise<void> => {
    log.info('The database has ended. Starting it again …')
    while (!released) {
      try {
        embedded = await start()
        redirect(pool, embedded.connection)
        owner = await own()
        return
      } catch (error) {
        if (error instanceof AlreadyOwned) return onLost()
        log.error(error)
        await pause(options.pauseFor ?? usualPause)
      }
    }
  }
  let owner = await own()
  return {
    async release() {
      released = true
      await recovering
      await owner.release()
    },
    stop: () => embedded.stop(),
  }
}
