import { setTimeout as pause } from 'node:timers/promises'
import { AlreadyOwned, type Embedded, type Owner, ownDatabase, redirect } from '@kolo/database'
import type { Pool } from 'pg'

/** The embedded database in the hands of this server. */
export type KeptDatabase = {
  /** Lets another server have it. */
  release(): Promise<void>
  stop(): Promise<void>
}

const usualPause = 1_000

/**
 * Owns the embedded database, and starts it again whenever it has ended (killed, or no room left on its disk), for as
 * long as it takes. Meanwhile every call is told *unavailable*. Throws AlreadyOwned; `onLost` hears when another server
 * has been quicker.
 */
export async function keepDatabase(
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
        if (!released) owner = await own()
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
