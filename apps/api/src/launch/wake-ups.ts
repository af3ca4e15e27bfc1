import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Kernel } from '../kernel/kernel.ts'
import { eventsAfter } from '../kernel/log.ts'
import { z } from 'zod'

const channel = 'kolo_log'
const frameSchema = z.object({ node: z.uuid(), spaceId: z.uuid(), after: z.int().nonnegative() })
const catchUpLimit = 1_000
const openAgainAfter = 1_000

/** Tells other processes on this database (servers, the CLI) of what was committed here. A hint: the beacon mends what is lost. */
export function tellOthers(pool: Pool, kernel: Kernel, node: string, onError: (error: unknown) => void): () => void {
  return kernel.log.subscribe((events) => {
    const firsts = new Map<string, number>()
    for (const event of events) if (!firsts.has(event.spaceId)) firsts.set(event.spaceId, event.seq)
    for (const [spaceId, seq] of firsts) {
      const frame = JSON.stringify({ node, spaceId, after: seq - 1 })
      pool.query('select pg_notify($1, $2)', [channel, frame]).catch(onError)
    }
  }, 'own')
}

/** Hears of what others committed, reads it, and wakes this process's listeners. Comes back by itself when the line breaks. */
export async function hearOthers(
  pool: Pool,
  kernel: Kernel,
  node: string,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const line = listenOn(pool, (payload) => onFrame(payload), onError)
  const onFrame = (payload: string): void => {
    const frame = frameIn(payload)
    if (!frame || frame.node === node) return
    eventsAfter(kernel.reads, frame.spaceId, frame.after, catchUpLimit).then(
      (events) => events.length > 0 && kernel.log.publishForeign(events),
      onError,
    )
  }
  await line.open()
  return { stop: async () => line.close() }
}

/** Everybody on the database may write on the channel: what isn't ours is passed over. */
function frameIn(payload: string): z.infer<typeof frameSchema> | undefined {
  try {
    return frameSchema.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}

/** A connection that listens; once it is open it is opened anew, for as long as it takes, whenever it breaks. */
function listenOn(
  pool: Pool,
  onPayload: (payload: string) => void,
  onError: (error: unknown) => void,
): { open(): Promise<void>; close(): void } {
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
    client.on('notification', ({ payload }) => onPayload(payload ?? ''))
    client.once('error', (error) => {
      letGo(client)
      onError(error)
      openLater()
    })
    try {
      await client.query(`listen ${channel}`)
    } catch (error) {
      letGo(client)
      throw error
    }
  }
  const openLater = (): void => {
    if (closed) return
    clearTimeout(again)
    again = setTimeout(() => {
      open().catch((error: unknown) => {
        onError(error)
        openLater()
      })
    }, openAgainAfter).unref()
  }
  return {
    open,
    close() {
      closed = true
      clearTimeout(again)
      if (listening) letGo(listening)
    },
  }
}

/** This process's name on the channel. */
export const nodeName = (): string => randomUUID()
