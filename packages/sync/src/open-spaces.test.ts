import { describe, expect, it } from 'vitest'
import { createSyncClient } from './client.ts'
import { type Disk, memoryDisk } from './disk.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()
const keptOpen = 30

/** A client on a fake hub, whose line stands. */
function connected(disk: Disk = memoryDisk()) {
  const hub = fakeHub(me)
  const client = createSyncClient({
    personId: me,
    fetcher: hub.fetcher,
    wire: hub.openWire(),
    disk,
    later: () => undefined,
  })
  hub.tell().connected()
  return { hub, client }
}

/** A fetcher whose snapshots have been taken, and arrive when the test says so. */
const arrivingLater = ({ fetcher }: ReturnType<typeof fakeHub>, arrivals: (() => void)[]): typeof fetcher => ({
  ...fetcher,
  async snapshot(spaceId) {
    const snapshot = await fetcher.snapshot(spaceId)
    await new Promise<void>((resolve) => arrivals.push(resolve))
    return snapshot
  },
})

describe('spaces that are open', () => {
  it('[SYN41] are followed on for a while when no view uses them any more, then let go, the longest unused first', async () => {
    const { hub, client } = connected()
    const spaceIds = Array.from({ length: keptOpen + 2 }, () => uuidv7())
    const held = client.open(uuidv7())
    held.hold()
    const letGo = spaceIds.map((spaceId) => client.open(spaceId).hold())
    client.open(spaceIds[0]!).hold()()
    await expect.poll(client.open(spaceIds[1]!).status).toBe('ready')
    for (const release of letGo) release()
    expect(hub.counts.unsubscribed).toEqual([spaceIds[0], spaceIds[1]])
    // Twice is once.
    for (const release of letGo) release()
    expect(hub.counts.unsubscribed).toHaveLength(2)
  })

  it('[SYN41] [SYN16] open at once from the disk again, and are followed again', async () => {
    const { hub, client } = connected()
    const first = uuidv7()
    const { status, hold } = client.open(first)
    await expect.poll(status).toBe('ready')
    hold()()
    for (let count = 0; count < keptOpen; count += 1) client.open(uuidv7()).hold()()
    expect(hub.counts.unsubscribed).toEqual([first])
    hub.goAway()
    hub.counts.frames.length = 0
    const again = client.open(first)
    expect(again.replica.view()).toBe(undefined)
    await expect.poll(again.status).toBe('ready')
    expect(again.replica.view()).toEqual(hub.parts())
    expect(hub.counts.frames).toEqual([1])
  })

  it('[SYN41] are followed again where a view was late to say that it uses one', async () => {
    const { hub, client } = connected()
    const first = client.open(uuidv7())
    first.hold()()
    const another = (): void => client.open(uuidv7()).hold()()
    for (let count = 0; count < keptOpen; count += 1) another()
    expect(hub.counts.unsubscribed).toEqual([first.replica.spaceId])
    hub.counts.frames.length = 0
    first.hold()
    expect(hub.counts.frames).toEqual([1])
    for (let count = 0; count < keptOpen; count += 1) another()
    expect(hub.counts.unsubscribed.filter((spaceId) => spaceId === first.replica.spaceId)).toHaveLength(1)
  })

  it('[SYN31] that were closed and are granted again are one, whoever holds them', async () => {
    const { hub, client } = connected()
    const before = client.open(hub.spaceId)
    await expect.poll(before.status).toBe('ready')
    hub.close()
    hub.tell().revoked(hub.spaceId)
    hub.openAgain()
    const again = client.open(hub.spaceId)
    await expect.poll(again.status).toBe('ready')
    expect(before.status()).toBe('ready')
    expect(before.replica).toBe(again.replica)
    expect(before.replica.view()).toEqual(hub.parts())
  })

  it('[SYN31] show nothing that was asked for before they were closed, though they are open again', async () => {
    const hub = fakeHub(me)
    const arrivals: (() => void)[] = []
    const client = createSyncClient({
      personId: me,
      fetcher: arrivingLater(hub, arrivals),
      wire: hub.openWire(),
      later: () => undefined,
    })
    const { status, replica } = client.open(hub.spaceId)
    await expect.poll(() => arrivals.length).toBe(1)
    hub.close()
    hub.tell().revoked(hub.spaceId)
    client.open(hub.spaceId)
    arrivals[0]!()
    await expect.poll(() => arrivals.length).toBe(2)
    expect(replica.view()).toBe(undefined)
    arrivals[1]!()
    await expect.poll(status).toBe('forbidden')
  })

  it('[SYN31] show nothing of the disk that was still being read when they were closed', async () => {
    const disk = memoryDisk()
    const earlier = connected(disk)
    await expect.poll(earlier.client.open(earlier.hub.spaceId).status).toBe('ready')
    await earlier.client.keep()
    let read = (): void => undefined
    const slow: Disk = {
      ...disk,
      spaces: {
        ...disk.spaces,
        async load(spaceId) {
          const kept = await disk.spaces.load(spaceId)
          await new Promise<void>((resolve) => (read = resolve))
          return kept
        },
      },
    }
    const { hub, client } = connected(slow)
    const { status, replica } = client.open(earlier.hub.spaceId)
    await new Promise((resolve) => setImmediate(resolve))
    hub.close()
    hub.tell().revoked(earlier.hub.spaceId)
    read()
    await new Promise((resolve) => setImmediate(resolve))
    expect(replica.view()).toBe(undefined)
    expect(status()).toBe('forbidden')
  })

  it('[SYN31] are not ready, though an earlier question is answered, before there is anything to show again', async () => {
    const hub = fakeHub(me)
    const disk = memoryDisk()
    const [arrivals, reads]: [(() => void)[], (() => void)[]] = [[], []]
    const client = createSyncClient({
      personId: me,
      fetcher: arrivingLater(hub, arrivals),
      wire: hub.openWire(),
      disk: {
        ...disk,
        spaces: { ...disk.spaces, load: () => new Promise((found) => reads.push(() => found(undefined))) },
      },
      later: () => undefined,
    })
    const { status, replica } = client.open(hub.spaceId)
    reads[0]!()
    await expect.poll(() => arrivals.length).toBe(1)
    hub.tell().revoked(hub.spaceId)
    client.open(hub.spaceId)
    arrivals[0]!()
    await new Promise((resolve) => setImmediate(resolve))
    expect([status(), replica.view()]).toEqual(['loading', undefined])
    reads[1]!()
    await expect.poll(() => arrivals.length).toBe(2)
    arrivals[1]!()
    await expect.poll(status).toBe('ready')
    expect(replica.view()).toEqual(hub.parts())
  })
})
