import { randomUUID } from 'node:crypto'
import type { Envelope } from '@kolo/domain/events/envelope'
import { createReplica, protocolVersion, socketPath } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'
import type { Stage } from './stage.ts'

/** Another person's side: resolves when what was sent under an id has arrived. */
export type Arrivals = { arrival(id: string): Promise<void>; close(): void }

function arrivals(socket: Socket): Arrivals & { came(id: string): void } {
  const early = new Set<string>()
  const waiting = new Map<string, () => void>()
  return {
    came(id) {
      const resolve = waiting.get(id)
      if (resolve) resolve()
      else early.add(id)
      waiting.delete(id)
    },
    arrival: (id) => (early.delete(id) ? Promise.resolve() : new Promise((resolve) => waiting.set(id, resolve))),
    close: () => void socket.disconnect(),
  }
}

/** The reader's replica of a space: an id has arrived when the event of that command, or message, is folded in. */
export async function replicaOf({ reader }: Stage, spaceId: string): Promise<Arrivals> {
  const socket = io(reader.url, {
    path: socketPath,
    transports: ['websocket'],
    forceNew: true,
    auth: { version: protocolVersion },
    extraHeaders: { origin: reader.url, cookie: reader.cookie },
  })
  const line = arrivals(socket)
  const replica = createReplica(spaceId, reader.personId)
  await socket.emitWithAck('subscribe', { spaceIds: [spaceId] })
  replica.reset(await reader.api.spaces.snapshot.query({ spaceId }))
  socket.on('events', ({ events }: { events: Envelope[] }) => {
    replica.apply(events)
    for (const { commandId, payload } of events) {
      line.came(commandId)
      if (typeof payload['messageId'] === 'string') line.came(payload['messageId'])
    }
  })
  return line
}

/** The floor's listener: on its other node, where there is one. */
export async function floorListener({ floor }: Stage): Promise<Arrivals> {
  const socket = io(floor.farUrl, { transports: ['websocket'], forceNew: true })
  const line = arrivals(socket)
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  socket.on('note', ({ id }: { id: string }) => line.came(id))
  return line
}

/** Sends one after the other; how long each took from the send until the other person has it. */
export async function deliveryTimes(
  count: number,
  to: Arrivals,
  send: (id: string) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = []
  for (let index = 0; index < count; index += 1) {
    const id = randomUUID()
    const started = performance.now()
    const arrived = to.arrival(id).then(() => took.push(performance.now() - started))
    await Promise.all([send(id), arrived])
  }
  return took
}
