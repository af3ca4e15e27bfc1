import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { memberLeft } from '@kolo/domain/spaces/spaces.events'
import { defineCommand } from '@kolo/domain/core/command'
import { idSchema } from '@kolo/domain/core/ids'
import { type Beacon, protocolVersion, type PushedEvents, socketPath, type Subscribed } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { z } from 'zod'
import { renamePerson } from '../../features/people/commands/rename-person.ts'
import { startThread } from '../../features/threads/commands/start-thread.ts'
import { command, ownSpace } from '../../kernel/command.ts'
import { callLimits } from '../trpc/call-limits.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { type SocketPerson, type Sockets, serveSockets } from './sockets.ts'

const origin = 'http://hub.test'

/** Whoever writes `person=<id>` into the cookie is that person: sessions are tested elsewhere. */
const trustCookie = async (headers: Headers): Promise<SocketPerson | undefined> => {
  const personId = /person=([0-9a-f-]{36})/.exec(headers.get('cookie') ?? '')?.[1]
  return personId === undefined ? undefined : { personId, sessionId: `session-of-${personId}` }
}

/** Reads nothing any more, as a browser whose machine has gone to sleep; gives the way to end it. */
function standStill(socket: Socket): () => void {
  const { ws } = socket.io.engine.transport as unknown as { readonly ws: { pause(): void; terminate(): void } }
  ws.pause()
  return () => ws.terminate()
}

/** Ends a membership as the commands of organizations do: row and event in one transaction. */
const endMembership = command(
  defineCommand('test.end', z.object({ spaceId: idSchema, personId: idSchema }), () => []),
  {
    spaces: ownSpace,
    handle: async ({ tx, input: { spaceId, personId } }) => {
      tx.write((db) => db.deleteFrom('space_member').where('space_id', '=', spaceId).where('person_id', '=', personId))
      return [memberLeft.of({ personId, role: 'editor', via: 'test' })]
    },
  },
)

describe('sockets', () => {
  let hub: TestHub
  let http: Server
  let sockets: Sockets
  let url: string
  let writer: string
  let reader: string
  let spaceId: string
  const open: Socket[] = []

  beforeAll(async () => {
    hub = await testHub()
    http = createServer()
    sockets = serveSockets(http, {
      kernel: hub.kernel,
      authenticate: trustCookie,
      commands: { commands: new Map(), limits: callLimits(1_000), onFailure: () => undefined },
      originAllowed: (given) => given === origin,
      onError: (error) => {
        throw error
      },
      beaconEvery: 50,
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    writer = await hub.person('Writer')
    reader = await hub.person('Reader')
    spaceId = await hub.space('stage', { [writer]: 'editor', [reader]: 'editor' })
  })
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect()
  })
  afterAll(async () => {
    await sockets.close()
    await hub.close()
  })

  const socketOf = (personId: string | undefined, options: { version?: number } = {}): Socket => {
    const socket = io(url, {
      path: socketPath,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { version: options.version ?? protocolVersion },
      extraHeaders: { origin, ...(personId ? { cookie: `person=${personId}` } : {}) },
    })
    open.push(socket)
    return socket
  }
  const refusal = (socket: Socket) =>
    new Promise<string>((resolve) => {
      socket.on('connect', () => resolve('connected'))
      socket.on('connect_error', (error) => resolve(error.message))
    })
  const subscribe = (socket: Socket, spaceIds: string[]): Promise<Subscribed> =>
    socket.emitWithAck('subscribe', { spaceIds })
  /** Collects what comes in. */
  const heard = (socket: Socket) => {
    const events: PushedEvents['events'][number][] = []
    const beacons: Beacon[] = []
    const revoked: string[] = []
    let hints = 0
    socket.on('events', (frame: PushedEvents) => events.push(...frame.events))
    socket.on('beacon', (frame: Beacon) => beacons.push(frame))
    socket.on('revoked', (frame: { spaceId: string }) => revoked.push(frame.spaceId))
    socket.on('hint', () => (hints += 1))
    return { events, beacons, revoked, hints: () => hints }
  }
  const startIn = (where: string, by = writer) => {
    const threadId = randomUUID()
    return hub
      .run(startThread, by, { spaceId: where, threadId, title: 'Push', subject: { kind: 'space' } })
      .then(() => threadId)
  }

  /** What the answer to an upgrade says where it lets nobody in. */
  const answered = (headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}${socketPath}/?EIO=4&transport=websocket`, { headers })
      socket.on('open', () => resolve('open'))
      socket.on('error', () => undefined)
      socket.on('unexpected-response', (_request, response) => void text(response).then(resolve))
    })

  it('[SYN1] [SYN35] refuses a foreign origin, none at all, a visitor without a session and an old protocol, and tells each', async () => {
    const cookie = `person=${writer}`
    expect(await answered({ cookie, origin: 'http://evil.test' })).toBe('origin')
    expect(await answered({ cookie })).toBe('origin')
    expect(await refusal(socketOf(undefined))).toBe('unauthenticated')
    expect(await refusal(socketOf(writer, { version: protocolVersion - 1 }))).toBe('versionMismatch')
    expect(await refusal(socketOf(writer))).toBe('connected')
  })

  it('[SYN4] grants rooms by membership only: closed and absent spaces are refused alike', async () => {
    const closed = await hub.space('stage', { [writer]: 'editor' })
    const absent = randomUUID()
    const socket = socketOf(reader)
    const { heads, refused } = await subscribe(socket, [spaceId, closed, absent])
    expect(Object.keys(heads)).toEqual([spaceId])
    expect(refused.toSorted()).toEqual([closed, absent].toSorted())
    const { events } = heard(socket)
    await startIn(closed)
    const threadId = await startIn(spaceId)
    await expect.poll(() => events.map(({ payload }) => payload['threadId'])).toEqual([threadId])
  })

  it('[SYN6] [SYN10] pushes what one person writes to the other, in order, with a hint for lists', async () => {
    const socket = socketOf(reader)
    const frames = heard(socket)
    await subscribe(socket, [spaceId])
    const threads = await Promise.all(Array.from({ length: 20 }, () => startIn(spaceId)))
    await expect.poll(() => frames.events.length).toBe(20)
    const numbers = frames.events.map(({ seq }) => seq)
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
    expect(frames.events.map(({ payload }) => payload['threadId']).toSorted()).toEqual(threads.toSorted())
    await expect.poll(frames.hints).toBeGreaterThan(0)
  })

  it('[SYN10] hints at what stands in the network’s space to everybody, at other spaces to their members alone', async () => {
    // New people: of what was written before, hints may still be under way to the others.
    const [insider, outsider] = [await hub.person('Insider'), await hub.person('Outsider')]
    const closed = await hub.space('stage', { [insider]: 'editor' })
    const { spaceId: own } = await hub.db
      .selectFrom('person')
      .select('personal_space_id as spaceId')
      .where('id', '=', writer)
      .executeTakeFirstOrThrow()
    const [inside, outside] = [heard(socketOf(insider)), heard(socketOf(outsider))]
    await Promise.all(open.map((socket) => new Promise((resolve) => socket.on('connect', () => resolve(0)))))
    await startIn(closed, insider)
    await expect.poll(inside.hints).toBe(1)
    expect(outside.hints()).toBe(0)
    await hub.run(renamePerson, writer, { spaceId: own, personId: writer, name: 'Writer with another name' })
    await expect.poll(outside.hints).toBe(1)
  })

  it('[SYN9] tells by the beacon where each subscribed space stands, for whoever missed the last event', async () => {
    const other = await hub.space('stage', { [reader]: 'editor' })
    const socket = socketOf(reader)
    const { beacons } = heard(socket)
    const { epoch } = await subscribe(socket, [spaceId])
    await startIn(spaceId)
    const { seq, last } = await hub.snapshot(spaceId)
    await expect.poll(() => beacons.at(-1)).toEqual({ epoch, heads: { [spaceId]: { seq, last } } })
    expect(other in (beacons.at(-1)?.heads ?? {})).toBe(false)
  })

  it('[SYN31] closes the room when the membership ends: one frame, no event afterwards, no way back', async () => {
    const leaver = await hub.person('Leaver')
    const left = await hub.space('stage', { [writer]: 'editor', [leaver]: 'editor' })
    const socket = socketOf(leaver)
    const frames = heard(socket)
    const staying = socketOf(writer)
    const kept = heard(staying)
    await subscribe(socket, [left])
    await subscribe(staying, [left])
    await hub.run(endMembership, writer, { spaceId: left, personId: leaver })
    await expect.poll(() => frames.revoked, { timeout: 5_000 }).toEqual([left])
    const before = frames.events.length
    const threadId = await startIn(left)
    await expect.poll(() => kept.events.some(({ payload }) => payload['threadId'] === threadId)).toBe(true)
    expect(frames.events.length).toBe(before)
    expect((await subscribe(socket, [left])).refused).toEqual([left])
  })

  it('[SYN30] shows who is where, and only to those who are in the room', async () => {
    const [here, there] = [socketOf(writer), socketOf(reader)]
    const people: unknown[] = []
    there.on('presence', (frame) => people.push(frame))
    await subscribe(here, [spaceId])
    await subscribe(there, [spaceId])
    here.emit('presence', { tab: 'one', place: { spaceId, at: 'boards', typing: null } })
    await expect
      .poll(() => people.at(-1))
      .toEqual({ spaceId, people: [{ personId: writer, at: 'boards', typing: null }] })
    const stranger = socketOf(await hub.person('Stranger'))
    stranger.emit('presence', { tab: 'one', place: { spaceId, at: 'spying', typing: null } })
    here.disconnect()
    await expect.poll(() => people.at(-1)).toEqual({ spaceId, people: [] })
  })

  it('[SYN32] ends connections with their session, and with their person', async () => {
    const [first, second] = [socketOf(writer), socketOf(reader)]
    await subscribe(first, [spaceId])
    await subscribe(second, [spaceId])
    sockets.disconnect({ sessionId: `session-of-${writer}` })
    await expect.poll(() => first.connected).toBe(false)
    expect(second.connected).toBe(true)
    sockets.disconnect({ personId: reader })
    await expect.poll(() => second.connected).toBe(false)
  })

  it('[SYN33] cuts off whoever floods it, and nobody else', async () => {
    const [flooding, other] = [socketOf(writer), socketOf(reader)]
    const frames = heard(other)
    await subscribe(flooding, [spaceId])
    await subscribe(other, [spaceId])
    for (let sent = 0; sent < 2_000; sent += 1) flooding.emit('subscribe', { spaceIds: [spaceId] }, () => undefined)
    await expect.poll(() => flooding.connected).toBe(false)
    const threadId = await startIn(spaceId)
    await expect.poll(() => frames.events.some(({ payload }) => payload['threadId'] === threadId)).toBe(true)
    expect(other.connected).toBe(true)
  })

  it('[SYN38] cuts off who reads nothing, before it fills the memory, and nobody else; back again it catches up', async () => {
    const [slow, other] = [socketOf(reader), socketOf(writer)]
    const frames = heard(other)
    await subscribe(slow, [spaceId])
    await subscribe(other, [spaceId])
    const end = standStill(slow)
    await startIn(spaceId)
    const [event] = await hub.eventsAfter(spaceId, 0)
    const bulk = { ...event!, payload: { threadId: randomUUID(), title: 'x'.repeat(50_000) } }
    // The operating system takes some megabytes before anything waits here.
    for (let pushed = 0; sockets.sessionIds().length > 1 && pushed < 2_000; pushed += 1) {
      hub.kernel.log.publish([bulk])
      await new Promise(setImmediate)
    }
    expect(sockets.sessionIds()).toEqual([`session-of-${writer}`])
    const last = await startIn(spaceId)
    await expect.poll(() => frames.events.some(({ payload }) => payload['threadId'] === last)).toBe(true)
    expect(other.connected).toBe(true)
    const back = socketOf(reader)
    end()
    const { heads } = await subscribe(back, [spaceId])
    expect(heads[spaceId]?.seq).toBe((await hub.eventsAfter(spaceId, 0)).length)
  })

  it('[SYN34] lets one person have many sockets, not any number', async () => {
    const many = await hub.person('Many')
    const all = Array.from({ length: 70 }, () => socketOf(many))
    await Promise.all(all.map(refusal))
    await expect.poll(() => all.filter(({ connected }) => connected).length).toBe(60)
  })

  it('[SYN33] ignores frames that make no sense', async () => {
    const socket = socketOf(reader)
    await subscribe(socket, [])
    for (const frame of [null, 7, { spaceIds: 'all' }, { spaceIds: Array.from({ length: 51 }, () => randomUUID()) }]) {
      socket.emit('subscribe', frame, () => expect.unreachable())
      socket.emit('unsubscribe', frame)
      socket.emit('presence', frame)
    }
    expect((await subscribe(socket, [spaceId])).refused).toEqual([])
  })
})
