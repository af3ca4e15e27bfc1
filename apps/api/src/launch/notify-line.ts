import type { Pool, PoolClient } from 'pg'
import { type Frame, frameIn, type Hearing, type Line } from './frames.ts'

const channel = 'kolo_log'
const openAgainAfter = 1_000
const maxWaiting = 1_000
// PostgreSQL takes less than 8,000 bytes; only who is where in a very full space is longer.
const maxPayload = 7_999

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

/** The line of PostgreSQL itself; once it is open it is opened anew, for as long as it takes, whenever it breaks. */
export async function notifyLine(pool: Pool, hearing: Hearing): Promise<Line> {
  let closed = false
  let listening: PoolClient | undefined
  let again: NodeJS.Timeout | undefined

  const letGo = (client: PoolClient): void => {
    if (listening !== client) return
    listening = undefined
    client.release(true)
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
    client.once('error', (error) => {
      letGo(client)
      hearing.error(error)
      openLater()
    })
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
    close() {
      closed = true
      clearTimeout(again)
      if (listening) letGo(listening)
    },
  }
}
