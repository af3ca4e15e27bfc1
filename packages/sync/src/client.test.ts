import type { Envelope } from '@kolo/domain/events/envelope'
import { emptySpace, foldSpace } from '@kolo/domain/events/parts'
import { memberJoined, spaceOpened } from '@kolo/domain/spaces/spaces.events'
import { threadStarted } from '@kolo/domain/threads/threads.events'
import { describe, expect, it } from 'vitest'
import { createSyncClient, type Fetcher, type Wire } from './client.ts'
import { memoryStore } from './outbox-store.ts'
import { uuidv7 } from './uuidv7.ts'

const spaceId = uuidv7()
const me = uuidv7()
const at = '2026-11-23T08:00:00.000Z'

/** A server with one space, whose pushes the test may lose. */
function fakeServer() {
  let epoch = uuidv7()
  let closed = false
  const log: Envelope[] = []
  let handlers: Parameters<Wire['on']>[0] | undefined
  const write = (draft: { type: string; version: number; payload: unknown }, commandId: string = uuidv7()) => {
    const { type, version } = draft
    const event = {
      spaceId,
      seq: log.length + 1,
      type,
      version,
      actorId: me,
      commandId,
      at,
      payload: draft.payload as Record<string, unknown>,
    }
    log.push(event)
    return event
  }
  write(spaceOpened.of({ kind: 'stage', projectId: null, title: 'Stage' }))
  write(memberJoined.of({ personId: me, role: 'editor', via: 'test' }))
  const start = (threadId = uuidv7(), commandId?: string) =>
    write(threadStarted.of({ threadId, title: 'Thread', subject: { kind: 'space' } }), commandId)
  const parts = () => log.reduce(foldSpace, emptySpace)
  const counts = { snapshots: 0, catchUps: 0, frames: [] as number[] }
  const fetcher: Fetcher = {
    async snapshot() {
      counts.snapshots += 1
      return closed ? 'forbidden' : { epoch, seq: log.length, parts: parts() }
    },
    async eventsAfter(_spaceId, asked, after) {
      counts.catchUps += 1
      if (closed) return 'forbidden'
      return asked === epoch ? { kind: 'events', events: log.slice(after) } : { kind: 'reset' }
    },
    async call({ commandId, input }) {
      const event = start((input as { threadId: string }).threadId, commandId)
      return { status: 'committed', at: [{ spaceId, seq: event.seq }] }
    },
  }
  const beacon = () => ({ epoch, heads: { [spaceId]: log.length } })
  const wire: Wire = {
    on: (given) => (handlers = given),
    async subscribe(spaceIds) {
      counts.frames.push(spaceIds.length)
      return { ...beacon(), refused: closed ? [spaceId] : [] }
    },
    unsubscribe: () => undefined,
    presence: () => undefined,
    close: () => undefined,
  }
  return {
    fetcher,
    wire,
    start,
    parts,
    counts,
    log,
    beacon,
    tell: () => handlers!,
    restore: () => (epoch = uuidv7()),
    close: () => (closed = true),
  }
}

const connected = (server: ReturnType<typeof fakeServer>) => {
  const client = createSyncClient({
    personId: me,
    fetcher: server.fetcher,
    wire: server.wire,
    store: memoryStore(),
    later: () => undefined,
  })
  const { replica, status } = client.open(spaceId)
  server.tell().connected()
  return { client, replica, status }
}

describe('the client', () => {
  it('starts from a snapshot, applies what is pushed, and fetches what a gap hides', async () => {
    const server = fakeServer()
    const { replica, status } = connected(server)
    await expect.poll(status).toBe('ready')
    server.tell().events([server.start()])
    expect(replica.confirmed()?.seq).toBe(3)
    server.start()
    server.tell().events([server.start()])
    await expect.poll(() => replica.confirmed()?.seq).toBe(5)
    expect(replica.view()).toEqual(server.parts())
    expect(server.counts.snapshots).toBe(1)
  })

  it('finds by the beacon that the last event was lost', async () => {
    const server = fakeServer()
    const { replica, status } = connected(server)
    await expect.poll(status).toBe('ready')
    server.start()
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.confirmed()?.seq).toBe(3)
  })

  it('takes a fresh snapshot when the log has another epoch', async () => {
    const server = fakeServer()
    const { replica, status } = connected(server)
    await expect.poll(status).toBe('ready')
    server.restore()
    server.log.pop()
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.confirmed()?.epoch).toBe(server.beacon().epoch)
    expect(replica.confirmed()?.seq).toBe(server.log.length)
  })

  it('shows its own command at once, and once, whether or not the push arrives', async () => {
    const server = fakeServer()
    const { client, replica, status } = connected(server)
    await expect.poll(status).toBe('ready')
    const threadId = uuidv7()
    const seen: number[] = []
    replica.subscribe(() => seen.push(Object.keys(replica.view()!.threads).length))
    const input = { spaceId, threadId, title: 'Thread', subject: { kind: 'space' } }
    await client.send({ spaceId, name: 'thread.start', path: 'threads.start', input })
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.confirmed()?.seq).toBe(3)
    expect(new Set(seen)).toEqual(new Set([1]))
  })

  it('asks for what it misses where no socket gets through, until it is closed', async () => {
    const server = fakeServer()
    const timers: (() => void)[] = []
    const { fetcher, wire } = server
    const client = createSyncClient({
      personId: me,
      fetcher,
      wire,
      store: memoryStore(),
      later: (work) => timers.push(work),
    })
    const pass = () => timers.splice(0).forEach((work) => work())
    const { replica, status } = client.open(spaceId)
    await expect.poll(status).toBe('ready')
    server.start()
    pass()
    await expect.poll(() => replica.confirmed()?.seq).toBe(3)
    expect(timers).toHaveLength(1)
    client.close()
    pass()
    expect(timers).toHaveLength(0)
    expect(server.counts.catchUps).toBe(1)
  })

  it('tries again after no answer, one try at a time for each space', async () => {
    const server = fakeServer()
    const timers: (() => void)[] = []
    let answers = false
    let tries = 0
    const fetcher: Fetcher = {
      ...server.fetcher,
      async snapshot(of) {
        tries += 1
        if (!answers) throw new Error('no answer')
        return server.fetcher.snapshot(of)
      },
    }
    const client = createSyncClient({
      personId: me,
      fetcher,
      wire: server.wire,
      store: memoryStore(),
      later: (work) => timers.push(work),
    })
    const { status } = client.open(spaceId)
    const [poll, retry] = [1, 1]
    await expect.poll(() => timers.length).toBe(poll + retry)
    server.tell().connected()
    await expect.poll(() => tries).toBe(2)
    expect(timers).toHaveLength(poll + retry)
    answers = true
    timers.splice(0).forEach((work) => work())
    await expect.poll(status).toBe('ready')
  })

  it('subscribes to however many spaces are open', async () => {
    const server = fakeServer()
    const { client } = connected(server)
    server.tell().disconnected()
    for (let count = 0; count < 119; count += 1) client.open(uuidv7())
    server.counts.frames.length = 0
    server.tell().connected()
    expect(server.counts.frames).toEqual([50, 50, 20])
  })

  it('closes a space when the grant ends, and asks again when it is opened again', async () => {
    const server = fakeServer()
    const { client, status } = connected(server)
    await expect.poll(status).toBe('ready')
    let hints = 0
    client.onHint(() => (hints += 1))
    server.close()
    server.tell().revoked(spaceId)
    expect(status()).toBe('forbidden')
    expect(hints).toBe(1)
    const again = client.open(spaceId)
    await expect.poll(again.status).toBe('forbidden')
  })
})
