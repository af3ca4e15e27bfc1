import { describe, expect, it } from 'vitest'
import { createSyncClient } from './client.ts'
import { memoryDisk } from './disk.ts'
import { connectedTo } from './connected.fixture.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import type { Fetcher } from './transport.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()
// Spaces are written to the disk after so long; here it doesn't matter when.
const keepEvery = 1_000

describe('the client', () => {
  it('[SYN5] [SYN7] starts from a snapshot, applies what is pushed, and fetches what a gap hides', async () => {
    const server = fakeHub(me)
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.tell().events([server.start()])
    expect(replica.confirmed()?.seq).toBe(3)
    server.start()
    server.tell().events([server.start()])
    await expect.poll(() => replica.confirmed()?.seq).toBe(5)
    expect(replica.view()).toEqual(server.parts())
    expect(server.counts.snapshots).toBe(1)
  })

  it('[SYN9] finds by the beacon that the last event was lost', async () => {
    const server = fakeHub(me)
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.start()
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.confirmed()?.seq).toBe(3)
  })

  it('[SYN12] takes a fresh snapshot when the log has another epoch', async () => {
    const server = fakeHub(me)
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.restore()
    server.log.pop()
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.confirmed()?.epoch).toBe(server.beacon().epoch)
    expect(replica.confirmed()?.seq).toBe(server.log.length)
  })

  it('[SYN23] shows its own command at once, and once, whether or not the push arrives', async () => {
    const server = fakeHub(me)
    const { client, replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    const threadId = uuidv7()
    const seen: number[] = []
    replica.subscribe(() => seen.push(Object.keys(replica.view()!.threads).length))
    await client.send(server.starting(threadId))
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.confirmed()?.seq).toBe(3)
    expect(new Set(seen)).toEqual(new Set([1]))
  })

  it('[SYN15] asks for what it misses where no socket gets through, until it is closed', async () => {
    const server = fakeHub(me)
    const timers: (() => void)[] = []
    const { fetcher } = server
    const client = createSyncClient({
      personId: me,
      fetcher,
      wire: server.openWire(),
      later: (work, wait) => wait !== keepEvery && timers.push(work),
    })
    const pass = () => timers.splice(0).forEach((work) => work())
    const { replica, status } = client.open(server.spaceId)
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

  it('[SYN14] tries again after no answer, one try at a time for each space', async () => {
    const server = fakeHub(me)
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
      wire: server.openWire(),
      later: (work, wait) => wait !== keepEvery && timers.push(work),
    })
    const { status } = client.open(server.spaceId)
    const [poll, retry] = [1, 1]
    await expect.poll(() => timers.length).toBe(poll + retry)
    server.tell().connected()
    await expect.poll(() => tries).toBe(2)
    expect(timers).toHaveLength(poll + retry)
    answers = true
    timers.splice(0).forEach((work) => work())
    await expect.poll(status).toBe('ready')
  })

  it('[SYN5] subscribes to however many spaces are open', async () => {
    const server = fakeHub(me)
    const { client } = connectedTo(server, me)
    server.tell().disconnected()
    for (let count = 0; count < 119; count += 1) client.open(uuidv7())
    server.counts.frames.length = 0
    server.tell().connected()
    expect(server.counts.frames).toEqual([50, 50, 20])
  })

  it('[SYN31] closes a space when the grant ends, and asks again when it is opened again', async () => {
    const server = fakeHub(me)
    const { client, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    let hints = 0
    client.onHint(() => (hints += 1))
    server.close()
    server.tell().revoked(server.spaceId)
    expect(status()).toBe('forbidden')
    expect(hints).toBe(1)
    const again = client.open(server.spaceId)
    await expect.poll(again.status).toBe('forbidden')
  })

  it('[SYN3] subscribes again and sends what waits as soon as the line is back', async () => {
    const server = fakeHub(me)
    const { client, replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.tell().disconnected()
    server.goAway()
    const answer = client.send(server.starting())
    await expect.poll(() => client.outbox.items()[0]?.state).toBe('waiting')
    server.goAway(false)
    server.counts.frames.length = 0
    server.tell().connected()
    expect(server.counts.frames).toEqual([1])
    expect(await answer).toMatchObject({ status: 'committed' })
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.confirmed()?.seq).toBe(3)
  })

  it('[SYN15] says live, slow or away, whichever it is', async () => {
    const server = fakeHub(me)
    const { client, replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    expect(client.connection()).toBe('live')
    server.tell().disconnected()
    expect(client.connection()).toBe('slow')
    server.goAway()
    server.tell().events([server.start(), server.start()].slice(1))
    await expect.poll(client.connection).toBe('away')
    server.goAway(false)
    server.tell().connected()
    expect(client.connection()).toBe('live')
    await expect.poll(() => replica.confirmed()?.seq).toBe(4)
  })

  it('[SYN16] opens what it had at once, without a network, then catches up; another build’s it fetches anew', async () => {
    const server = fakeHub(me)
    const disk = memoryDisk()
    const opening = (build: string) => {
      const client = createSyncClient({
        personId: me,
        fetcher: server.fetcher,
        wire: server.openWire(),
        disk,
        build,
        later: () => undefined,
      })
      return { client, ...client.open(server.spaceId) }
    }
    const first = opening('a')
    await expect.poll(first.status).toBe('ready')
    const missed = server.start()
    server.tell().events([missed])
    await first.client.keep()
    server.goAway()
    const second = opening('a')
    await expect.poll(second.status).toBe('ready')
    expect(second.replica.view()).toEqual(server.parts())
    expect(second.replica.recent()).toEqual([missed])
    server.goAway(false)
    server.start()
    server.sockets.at(-1)!.connected()
    await expect.poll(() => second.replica.confirmed()?.seq).toBe(4)
    expect(server.counts).toMatchObject({ snapshots: 1 })
    await second.client.keep()
    const other = opening('b')
    await expect.poll(other.status).toBe('ready')
    expect(server.counts).toMatchObject({ snapshots: 2 })
  })

  it('[SYN17] forgets what was not opened for 14 days, and with the sign-out everything', async () => {
    const server = fakeHub(me)
    const disk = memoryDisk()
    const kept = (spaceId: string, openedAt: string) =>
      disk.spaces.keep({ spaceId, openedAt, build: '', epoch: uuidv7(), seq: 2, parts: server.parts(), recent: [] })
    await kept('old', '2026-11-01T08:00:00.000Z')
    await kept('recent', '2026-11-10T08:00:00.000Z')
    const client = createSyncClient({
      personId: me,
      fetcher: server.fetcher,
      wire: server.openWire(),
      disk,
      now: () => '2026-11-23T08:00:00.000Z',
      later: () => undefined,
    })
    await expect.poll(() => disk.spaces.load('old')).toBe(undefined)
    expect(await disk.spaces.load('recent')).toBeDefined()
    server.goAway()
    const answer = client.send(server.starting())
    await expect.poll(() => client.outbox.items()[0]?.state).toBe('waiting')
    await client.signOut()
    expect(await disk.spaces.load('recent')).toBe(undefined)
    expect(await answer).toMatchObject({ status: 'refused', details: { reason: 'signedOut' } })
    expect(await disk.outbox.load()).toMatchObject([{ state: 'refused', refusal: { code: 'unauthenticated' } }])
  })

  it('[SYN31] forgets on the disk too what was closed to it, and shows nothing of it any more', async () => {
    const server = fakeHub(me)
    const disk = memoryDisk()
    const client = createSyncClient({
      personId: me,
      fetcher: server.fetcher,
      wire: server.openWire(),
      disk,
      later: () => undefined,
    })
    const { replica, status } = client.open(server.spaceId)
    await expect.poll(status).toBe('ready')
    await client.keep()
    expect(await disk.spaces.load(server.spaceId)).toBeDefined()
    server.close()
    server.tell().revoked(server.spaceId)
    expect(replica.view()).toBe(undefined)
    await expect.poll(() => disk.spaces.load(server.spaceId)).toBe(undefined)
    server.tell().events([server.start()])
    expect(replica.view()).toBe(undefined)
  })

  it('[SYN31] shows nothing of a snapshot that was under way when the space was closed', async () => {
    const server = fakeHub(me)
    let arrive: () => void = () => undefined
    const fetcher: Fetcher = {
      ...server.fetcher,
      async snapshot(of) {
        const snapshot = await server.fetcher.snapshot(of)
        await new Promise<void>((resolve) => (arrive = resolve))
        return snapshot
      },
    }
    const client = createSyncClient({ personId: me, fetcher, wire: server.openWire(), later: () => undefined })
    const { replica, status } = client.open(server.spaceId)
    await expect.poll(() => server.counts.snapshots).toBe(1)
    server.tell().revoked(server.spaceId)
    arrive()
    await new Promise((resolve) => setImmediate(resolve))
    expect(status()).toBe('forbidden')
    expect(replica.view()).toBe(undefined)
  })
})
