import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { commandsPerFrame, frameBytes, protocolVersion, type Reply, socketPath } from '@kolo/sync'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { appRouter } from '../../features/router.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { callLimits } from '../trpc/call-limits.ts'
import { registeredCommands } from '../trpc/registered-commands.ts'
import { type Sockets, serveSockets } from './sockets.ts'

const origin = 'http://hub.test'

describe('commands over a connection', () => {
  let hub: TestHub
  let http: Server
  let sockets: Sockets
  let url: string
  let spaceId: string
  let writer: string
  // Stands still, unless a test lets it go on: how fast the machine is must not count.
  let now = 0
  const signedIn = new Set<string>()
  const failures: unknown[] = []
  const open: Socket[] = []

  beforeAll(async () => {
    hub = await testHub()
    http = createServer()
    const commands = new Map(registeredCommands(appRouter))
    const start = commands.get('threads.start')!
    // Stands for what nobody foresaw.
    const broken = { ...start, handle: () => Promise.reject(new Error('secret words')), input: z.looseObject({}) }
    commands.set('test.broken', broken)
    sockets = serveSockets(http, {
      kernel: hub.kernel,
      authenticate: async (headers) => {
        const personId = /person=([0-9a-f-]{36})/.exec(headers.get('cookie') ?? '')?.[1] ?? ''
        return signedIn.has(personId) ? { personId, sessionId: `session of ${personId}` } : undefined
      },
      commands: { commands, limits: callLimits(10, () => now), onFailure: (failure) => failures.push(failure) },
      originAllowed: (given) => given === origin,
      onError: (error) => failures.push(error),
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    writer = await member()
  })
  afterAll(async () => {
    for (const socket of open) socket.disconnect()
    await sockets.close()
    await hub.close()
  })

  /** Somebody new, in a new space that the following commands concern. */
  const member = async (): Promise<string> => {
    const personId = await hub.person('Writer')
    signedIn.add(personId)
    spaceId = await hub.space('stage', { [personId]: 'editor' })
    return personId
  }
  const lineOf = (personId: string): Socket => {
    const socket = io(url, {
      path: socketPath,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { version: protocolVersion },
      extraHeaders: { origin, cookie: `person=${personId}` },
    })
    open.push(socket)
    return socket
  }
  const connected = (line: Socket) => new Promise<void>((resolve) => line.once('connect', resolve))
  const send = (line: Socket, commands: unknown): Promise<Reply[]> =>
    line.timeout(30_000).emitWithAck('commands', { commands })
  const starting = (title = 'Thread', path = 'threads.start') => ({
    path,
    commandId: randomUUID(),
    input: { spaceId, threadId: randomUUID(), title, subject: { kind: 'space' } } as unknown,
  })
  const titles = async () =>
    (await hub.eventsAfter(spaceId, 0)).map(({ payload }) => payload['title']).filter((title) => title !== undefined)

  it('[SYN40] [SYN26] are answered as HTTP would, each in its place, and done in order', async () => {
    const line = lineOf(writer)
    const stranger = { ...starting('Elsewhere') }
    stranger.input = { ...(stranger.input as object), spaceId: randomUUID() }
    const senseless = { ...starting(), input: { title: 7 } }
    const [first, last] = [starting('First'), starting('Last')]
    const replies = await send(line, [first, stranger, senseless, starting('x', 'threads.nonsense'), last, first])
    const at = (seq: number) => [{ spaceId, seq }]
    const head = (await hub.eventsAfter(spaceId, 0)).at(-1)!.seq
    expect(replies).toEqual([
      { status: 'committed', at: at(head - 1) },
      { status: 'refused', code: 'notFound', details: {} },
      { status: 'refused', code: 'invalid', details: {} },
      { status: 'refused', code: 'notFound', details: {} },
      { status: 'committed', at: at(head) },
      { status: 'committed', at: at(head - 1) },
    ])
    expect((await titles()).slice(-2)).toEqual(['First', 'Last'])
    expect(await send(line, [{ ...first, input: last.input }])).toMatchObject([
      { details: { reason: 'commandIdReused' } },
    ])
  })

  it('[SYN40] [SYN19] are not done behind one that failed; of what nobody foresaw only the number is told', async () => {
    const replies = await send(lineOf(writer), [starting('Before'), starting('x', 'test.broken'), starting('Behind')])
    expect(replies).toMatchObject([
      { status: 'committed' },
      { code: 'internal', details: { id: expect.any(String) } },
      { code: 'unavailable' },
    ])
    expect(JSON.stringify(replies)).not.toContain('secret')
    const id = replies[1]?.status === 'refused' && replies[1].details['id']
    expect(failures.splice(0)).toMatchObject([{ path: 'test.broken', id, error: { message: 'secret words' } }])
    expect((await titles()).at(-1)).toBe('Before')
  })

  it('[SYN40] [SYN32] are taken from nobody whose session has ended, though the connection stands', async () => {
    const personId = await member()
    const line = lineOf(personId)
    expect(await send(line, [starting('In time')])).toMatchObject([{ status: 'committed' }])
    signedIn.delete(personId)
    expect(await send(line, [starting('Late'), starting('Later')])).toMatchObject([
      { code: 'unauthenticated' },
      { code: 'unauthenticated' },
    ])
    expect((await titles()).at(-1)).toBe('In time')
  })

  it('[SYN33] are counted for each person; from the first that is too many on none is begun', async () => {
    const personId = await member()
    const line = lineOf(personId)
    const many = (count: number) => Array.from({ length: count }, () => starting())
    const codes = async (count: number) =>
      (await send(line, many(count))).map((reply) => ('code' in reply ? reply.code : 'done'))
    const done = (count: number) => Array.from({ length: count }, () => 'done')
    const tooMany = (count: number) => Array.from({ length: count }, () => 'tooMany')
    expect(await codes(50)).toEqual(done(50))
    expect(await codes(30)).toEqual(done(30))
    expect(await codes(50)).toEqual([...done(20), ...tooMany(30)])
    expect(await titles()).toHaveLength(100)
    now += 1_000
    expect(await codes(11)).toEqual([...done(10), ...tooMany(1)])
    expect(await titles()).toHaveLength(110)
    expect(line.connected).toBe(true)
  })

  it('[SYN33] that are too many are a flood where they don’t end: whoever sends them is cut off', async () => {
    const line = lineOf(await member())
    const senseless = { path: 'threads.nonsense', commandId: randomUUID(), input: {} }
    for (let sent = 0; sent < 2_000; sent += 1) line.emit('commands', { commands: [senseless] }, () => undefined)
    await expect.poll(() => line.connected).toBe(false)
  })

  it('[SYN40] [SYN33] are all refused where a frame has too many, and none is done', async () => {
    const line = lineOf(await member())
    const frame = Array.from({ length: commandsPerFrame + 1 }, () => starting('One of too many'))
    const refused = { status: 'refused', code: 'tooLarge', details: { limit: commandsPerFrame } }
    expect(await send(line, frame)).toEqual(frame.map(() => refused))
    line.emit('commands', { commands: frame })
    expect(await send(line, [starting('Enough')])).toMatchObject([{ status: 'committed' }])
    expect(await titles()).toEqual(['Enough'])
  })

  it('[SYN40] [SYN33] end the connection where their frame is too large, which is told why; the next one goes on', async () => {
    const personId = await member()
    const line = lineOf(personId)
    await connected(line)
    const told = new Promise((resolve) => line.on('disconnect', (...reasons) => resolve(reasons)))
    line.emit('commands', { commands: [starting('x'.repeat(frameBytes))] }, () => expect.unreachable())
    // Of WebSocket: the message is too big.
    expect(await told).toMatchObject(['transport close', { context: { code: 1009 } }])
    expect(await send(lineOf(personId), [starting('Small')])).toMatchObject([{ status: 'committed' }])
    expect(await titles()).toEqual(['Small'])
  })

  it('[SYN33] change nothing where a frame makes no sense; whoever floods with such is cut off', async () => {
    const line = lineOf(await member())
    for (const frame of [null, 7, { commands: 'all' }, { commands: [] }, { commands: [{}] }])
      line.emit('commands', frame, () => expect.unreachable())
    line.emit('commands', { commands: [starting('Unheard')] })
    expect(await send(line, [starting('Heard')])).toMatchObject([{ status: 'committed' }])
    expect(await titles()).not.toContain('Unheard')
    for (let sent = 0; sent < 1_000; sent += 1) line.emit('commands', null)
    await expect.poll(() => line.connected).toBe(false)
  })
})
