import type { Pool, PoolClient } from 'pg'
import { type Frame, frameIn, type Hearing, type Line } from './frames.ts'

const channel = 'kolo_log'
const openAgainAfter = 1_000
const maxWaiting = 1_000
// PostgreSQL takes less than 8,000 bytes; only who is where in a very full space is longer.
const maxPayload = 7_999
/** A line that gives no answer for so many milliseconds carries nothing. */
const silentFor = 5_000

/** Sends frames by NOTIFY. While the database doesn't answer, only so many wait; the rest is dropped. */
export function notifier(pool: Pool, onError: (error: unknown) => void): (frame: Frame) => void {
  let waiting = 0
  return (frame) => {
    const payload = JSON.stringify(frame)
    if (waiting >= maxWaiting || Buffer.byteLength(payload) > maxPayload) return
    waiting += 1
    pool
      .query('select pg_notify($1, $2)', [channel, payload])
      .catch(onError)
      .finally(() => (waiting -= 1))
  }
}

/** A line that can be asked whether it still carries anything. */
export type CheckedLine = Line & { check(): void }

/**
 * The line of PostgreSQL itself; once it is open it is opened anew, for as long as it takes, whenever it breaks, or says
 * nothing when it is asked: behind a router that has forgotten the connection nobody else would notice.
 */
export async function notifyLine(pool: Pool, hearing: Hearing, patience = silentFor): Promise<CheckedLine> {
  let closed = false
  let listening: PoolClient | undefined
  let again: NodeJS.Timeout | undefined

  const letGo = (client: PoolClient): void => {
    if (listening !== client) return
    listening = undefined
    client.release(true)
  }
  /** What fails on a connection that was let go already tells nothing new. */
  const lost = (client: PoolClient, error: unknown): void => {
    if (listening !== client) return
    letGo(client)
    hearing.error(error)
    openLater()
  }
  const open = async (): Promise<void> => {
    const client = await pool.connect()
    if (closed) {
      client.release()
      return
    }
    listening = client
    client.on('notification', ({ payload }) => {
      const frame = frameIn(payload ?? '')
      if (frame) hearing.frame(frame)
    })
    client.once('error', (error) => lost(client, error))
    try {
      await client.query(`listen ${channel}`)
    } catch (error) {
      letGo(client)
      throw error
    }
    hearing.back()
  }
  const openLater = (): void => {
    if (closed) return
    clearTimeout(again)
    again = setTimeout(() => {
      open().catch((error: unknown) => {
        hearing.error(error)
        openLater()
      })
    }, openAgainAfter).unref()
  }
  await open()
  return {
    send: notifier(pool, hearing.error),
    check() {
      const client = listening
      if (client) answerWithin(client, patience).catch((error: unknown) => lost(client, error))
    },
    close() {
      closed = true
      clearTimeout(again)
      if (listening) letGo(listening)
    },
  }
}

/** Rejects where the connection gives no answer in time. */
async function answerWithin(client: PoolClient, milliseconds: number): Promise<void> {
  let late: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Error(`The line said nothing for ${milliseconds} ms.`)), milliseconds)
  })
  try {
    await Promise.race([client.query('select 1'), silence])
  } finally {
    clearTimeout(late)
  }
}
