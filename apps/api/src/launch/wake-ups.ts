import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Kernel } from '../kernel/kernel.ts'
import { eventsAfter } from '../kernel/log.ts'
import { z } from 'zod'

const channel = 'kolo_log'
const frameSchema = z.object({ node: z.uuid(), spaceId: z.uuid(), after: z.int().nonnegative() })
const catchUpLimit = 1_000

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
  let stopped = false
  let listening: PoolClient | undefined
  const onFrame = (payload: string | undefined): void => {
    const frame = frameSchema.safeParse(JSON.parse(payload ?? 'null'))
    if (!frame.success || frame.data.node === node) return
    eventsAfter(kernel.reads, frame.data.spaceId, frame.data.after, catchUpLimit).then(
      (events) => events.length > 0 && kernel.log.publishForeign(events),
      onError,
    )
  }
  const listen = async (): Promise<void> => {
    const client = await pool.connect()
    listening = client
    client.on('notification', ({ payload }) => onFrame(payload))
    client.once('error', (error) => {
      client.release(error)
      onError(error)
      if (!stopped) setTimeout(() => void listen().catch(onError), 1_000).unref()
    })
    await client.query(`listen ${channel}`)
  }
  await listen()
  return {
    async stop() {
      stopped = true
      listening?.release(true)
    },
  }
}

/** This process's name on the channel. */
export const nodeName = (): string => randomUUID()
