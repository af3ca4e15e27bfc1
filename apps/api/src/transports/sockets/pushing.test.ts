import { randomUUID } from 'node:crypto'
import type { Envelope } from '@kolo/domain/events/envelope'
import { memberLeft } from '@kolo/domain/spaces/spaces.events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startThread } from '../../features/threads/commands/start-thread.ts'
import { pushedFrameBytes } from './pushing.ts'
import { heardBy, type ServedSockets, servedSockets, subscribe } from './served-sockets.fixture.ts'

const soon = { timeout: 30_000 }

describe('what is pushed', () => {
  let served: ServedSockets
  let reader: string
  let leaver: string
  let spaceId: string
  beforeAll(async () => {
    served = await servedSockets()
  })
  beforeEach(async () => {
    const { hub } = served
    ;[reader, leaver] = [await hub.person('Reader'), await hub.person('Leaver')]
    spaceId = await hub.space('stage', { [reader]: 'editor', [leaver]: 'editor' })
  })
  afterAll(async () => {
    expect(served.failures).toEqual([])
    await served.close()
  })

  let seq = 0
  const eventOf = (type: string, payload: Record<string, unknown>): Envelope => {
    seq += 1
    const at = '2026-11-23T08:00:00.000Z'
    return { spaceId, seq, type, version: 1, actorId: reader, commandId: randomUUID(), at, payload }
  }
  const message = (characters: number) => eventOf('message.posted', { body: 'ж'.repeat(characters) })
  const left = () => eventOf(memberLeft.type, { personId: leaver, role: 'editor', via: 'test' })
  const publish = (events: readonly Envelope[]) => served.hub.kernel.log.publish(events)
  const listening = async (personId: string) => {
    const socket = served.socketOf(personId)
    const heard = heardBy(socket)
    await subscribe(socket, [spaceId])
    return { socket, ...heard }
  }
  const numbers = (events: readonly Envelope[]) => events.map((event) => event.seq)

  it('[SYN6] [SYN38] comes in pieces, however much was committed together, and cuts off nobody who reads', async () => {
    const { socket, frames, seqs } = await listening(reader)
    const batch = Array.from({ length: 40 }, () => message(10_000))
    for (let round = 0; round < 3; round += 1) {
      publish(batch)
      await expect.poll(() => seqs().length, soon).toBe(batch.length * (round + 1))
    }
    expect(seqs().slice(0, batch.length)).toEqual(numbers(batch))
    const largest = Math.max(...frames.map((frame) => Buffer.byteLength(JSON.stringify(frame.events))))
    expect(largest).toBeLessThanOrEqual(pushedFrameBytes + batch.length)
    expect(socket.connected).toBe(true)
  })

  it('[SYN6] [SYN9] ends where it is too large, alone or together: the beacon says the rest', async () => {
    const { socket, seqs } = await listening(reader)
    const [small, large, behind] = [message(10), message(200_000), message(10)]
    publish([small, large, behind])
    const page = Array.from({ length: 1_000 }, () => message(10_000))
    publish(page)
    const last = message(10)
    publish([last])
    await expect.poll(() => seqs().at(-1), soon).toBe(last.seq)
    const pushed = seqs().slice(1, -1)
    expect(seqs()[0]).toBe(small.seq)
    expect(pushed).toEqual(numbers(page).slice(0, pushed.length))
    expect(pushed.length).toBeLessThan(60)
    expect(socket.connected).toBe(true)
  })

  it('[SYN12] [SYN6] says behind which command it comes, where nothing is missing in between', async () => {
    const { frames } = await listening(reader)
    const [first, missing, later] = [message(10), message(10), message(10)]
    for (const event of [first, later]) publish([event])
    for (const event of [missing, later]) publish([event])
    await expect.poll(() => frames.length, soon).toBe(4)
    const [, afterGap, earlier, again] = frames.map(({ behind }) => behind)
    expect([afterGap, earlier, again]).toEqual([undefined, undefined, missing.commandId])
  })

  it('[SYN12] [SYN5] [SYN6] names the command at a head, and what follows comes behind that', async () => {
    const { hub } = served
    const start = () =>
      hub.run(startThread, reader, { spaceId, threadId: randomUUID(), title: 'Push', subject: { kind: 'space' } })
    await start()
    const socket = served.socketOf(reader)
    const { frames } = heardBy(socket)
    const { last, seq } = await hub.snapshot(spaceId)
    expect((await subscribe(socket, [spaceId])).heads).toEqual({ [spaceId]: { seq, last } })
    await start()
    await expect.poll(() => frames.map(({ behind }) => behind)).toEqual([last])
  })

  it('[SYN6] says of each frame behind which command it comes', async () => {
    const { frames } = await listening(reader)
    publish([message(10)])
    publish(Array.from({ length: 40 }, () => message(10_000)))
    await expect.poll(() => frames.flatMap(({ events }) => events).length, soon).toBe(41)
    expect(frames.length).toBeGreaterThan(2)
    const ends = frames.map(({ events }) => events.at(-1)?.commandId)
    expect(frames.slice(1).map(({ behind }) => behind)).toEqual(ends.slice(0, -1))
  })

  it('[SYN31] ends for who leaves with their leaving, in the very same list', async () => {
    const [leaving, staying] = [await listening(leaver), await listening(reader)]
    await served.hub.db.deleteFrom('space_member').where('person_id', '=', leaver).execute()
    const events = [message(10), left(), message(10)]
    publish(events)
    publish([message(10)])
    await expect.poll(() => leaving.revoked, soon).toEqual([spaceId])
    await expect.poll(() => staying.seqs().length, soon).toBe(4)
    expect(leaving.seqs()).toEqual(numbers(events.slice(0, 2)))
  })

  it('[SYN31] goes on for who still belongs by another grant, and a beacon tells what was missed', async () => {
    const staying = await listening(leaver)
    await served.hub.db.updateTable('space').set({ head: 7 }).where('id', '=', spaceId).execute()
    const events = [left(), message(10)]
    publish(events)
    await expect.poll(() => staying.beacons.map(({ heads }) => heads), soon).toEqual([{ [spaceId]: { seq: 7 } }])
    const later = message(10)
    publish([later])
    await expect.poll(staying.seqs, soon).toEqual([events[0]!.seq, later.seq])
    expect(staying.revoked).toEqual([])
  })

  it('[SYN31] doesn’t reach who asked to hear of it just before they left', async () => {
    const socket = served.socketOf(leaver)
    const heard = heardBy(socket)
    await subscribe(socket, [])
    const { db, kernel } = served.hub
    // What was read before the membership ended arrives after the others heard of that.
    const reads = db as unknown as { selectFrom: (table: string) => unknown }
    const { selectFrom } = reads
    let overtaken = 0
    reads.selectFrom = (table) => {
      const query = selectFrom.call(db, table) as { execute: () => Promise<unknown> }
      if (table !== 'space_member' || overtaken > 0) return query
      overtaken += 1
      return new Proxy(query, { get: (of, name) => stale(of, name) })
    }
    const stale = (of: object, name: string | symbol): unknown => {
      const value: unknown = Reflect.get(of, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        const made: unknown = Reflect.apply(value, of, given)
        if (name !== 'execute') return new Proxy(made as object, { get: stale })
        return Promise.resolve(made).then(async (rows) => {
          await db.deleteFrom('space_member').where('person_id', '=', leaver).execute()
          kernel.log.publish([left()])
          return rows
        })
      }
    }
    const asked = await subscribe(socket, [spaceId])
    Object.assign(reads, { selectFrom })
    expect(overtaken).toBe(1)
    publish([message(10)])
    expect(asked.refused).toEqual([spaceId])
    await subscribe(socket, [])
    expect(heard.seqs()).toEqual([])
  })
})
