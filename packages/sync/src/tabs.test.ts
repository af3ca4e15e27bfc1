import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { createSyncClient } from './client.ts'
import { browserDisk } from './browser-disk.ts'
import { memoryDisk } from './disk.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import { sharedWire } from './shared-wire.ts'
import type { SyncClient } from './sync-client.ts'
import { browserTabs } from './tabs.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()

describe('the tabs of one person', () => {
  const open: SyncClient[] = []
  afterEach(() => {
    for (const client of open.splice(0)) client.close()
  })

  /** A hub, and as many tabs of one browser on it as are asked for. */
  const browser = () => {
    const hub = fakeHub(me)
    const shared = memoryDisk()
    const name = uuidv7()
    const tab = (disk = shared, build = '') => {
      const tabs = browserTabs(name, build)
      const wire = sharedWire(tabs, hub.openWire)
      const client = createSyncClient({
        personId: me,
        fetcher: hub.fetcher,
        wire,
        disk,
        tabs,
        build,
        later: () => undefined,
      })
      open.push(client)
      return { tabs, client, ...client.open(hub.spaceId) }
    }
    return { hub, name, disk: shared, tab }
  }
  const threadsOf = ({ replica }: ReturnType<ReturnType<typeof browser>['tab']>) =>
    Object.keys(replica.view()?.threads ?? {})

  it('[SYN27] have one connection and one outbox, and show the same', async () => {
    const { hub, tab } = browser()
    const first = tab()
    await expect.poll(() => hub.sockets.length).toBe(1)
    const second = tab()
    hub.tell().connected()
    await expect.poll(second.client.connection).toBe('live')
    await expect.poll(second.status).toBe('ready')
    expect(hub.sockets).toHaveLength(1)

    hub.tell().events([hub.start()])
    await expect.poll(() => [first, second].map(({ replica }) => replica.confirmed()?.seq)).toEqual([3, 3])

    hub.goAway()
    const threadId = uuidv7()
    const answer = second.client.send(hub.starting(threadId))
    await expect.poll(() => threadsOf(first)).toContain(threadId)
    await expect.poll(() => first.client.outbox.items()[0]?.state).toBe('waiting')
    await expect.poll(() => second.client.outbox.items()[0]?.state).toBe('waiting')
    hub.goAway(false)
    second.client.outbox.wake()
    expect(await answer).toMatchObject({ status: 'committed' })
    expect(hub.sent).toHaveLength(1)
    await expect.poll(() => first.client.outbox.items()).toEqual([])
  })

  it('[SYN27] that opens later finds the connection there', async () => {
    const { hub, tab } = browser()
    const first = tab()
    await expect.poll(() => hub.sockets.length).toBe(1)
    hub.tell().connected()
    await expect.poll(first.client.connection).toBe('live')
    const second = tab()
    await expect.poll(second.client.connection).toBe('live')
    hub.start()
    hub.tell().beacon(hub.beacon())
    await expect.poll(() => second.replica.confirmed()?.seq).toBe(3)
  })

  it('[SYN28] go on when the one that led is gone: what was unsent goes out in order, once', async () => {
    const { hub, tab } = browser()
    const first = tab()
    await expect.poll(() => hub.sockets.length).toBe(1)
    const second = tab()
    hub.tell().connected()
    await expect.poll(second.client.connection).toBe('live')
    await expect.poll(second.status).toBe('ready')
    hub.goAway()
    const threads = [uuidv7(), uuidv7(), uuidv7()]
    void first.client.send(hub.starting(threads[0]))
    await expect.poll(() => second.client.outbox.items().length).toBe(1)
    const answers = [second.client.send(hub.starting(threads[1])), second.client.send(hub.starting(threads[2]))]
    await expect.poll(() => first.client.outbox.items().length).toBe(3)
    first.client.close()
    hub.goAway(false)
    await Promise.all(answers)
    expect(hub.sent.map(({ input }) => (input as { threadId: string }).threadId)).toEqual(threads)
    await expect.poll(() => hub.sockets.length).toBe(1)
    hub.tell().connected()
    await expect.poll(second.client.connection).toBe('live')
    await expect.poll(() => second.replica.confirmed()?.seq).toBe(5)
  })

  it('[SYN29] that are gone are present no more', async () => {
    const { hub, tab } = browser()
    const first = tab()
    await expect.poll(() => hub.sockets.length).toBe(1)
    hub.tell().connected()
    const second = tab()
    await expect.poll(second.client.connection).toBe('live')
    for (const { client } of [first, second]) client.announce({ spaceId: hub.spaceId, at: 'boards', typing: null })
    await expect.poll(() => [...hub.present.keys()]).toEqual([first.tabs.id, second.tabs.id])
    second.client.close()
    await expect.poll(() => [...hub.present.keys()]).toEqual([first.tabs.id])
  })

  it('[SYN29] that are gone are forgotten, whatever they had said first', async () => {
    const { hub, name, tab } = browser()
    tab()
    await expect.poll(() => hub.sockets.length).toBe(1)
    hub.counts.frames.length = 0
    const [asking, present] = [browserTabs(name), browserTabs(name)]
    const spaceId = uuidv7()
    asking.tell({ wire: 'subscribe', request: 1, spaceIds: [spaceId] })
    asking.tell({ wire: 'hello' })
    present.tell({ wire: 'presence', frame: { tab: present.id, place: { spaceId, at: 'boards', typing: null } } })
    await expect.poll(() => [hub.counts.frames, hub.present.size]).toEqual([[1], 1])
    asking.close()
    await expect.poll(() => hub.counts.unsubscribed).toEqual([spaceId])
    present.close()
    await expect.poll(() => hub.present.size).toBe(0)
  })

  it('[SYN35] all learn that the page is outdated, whichever hears of it', async () => {
    const { hub, tab } = browser()
    const first = tab()
    await expect.poll(() => hub.sockets.length).toBe(1)
    const second = tab()
    await expect.poll(second.status).toBe('ready')
    hub.tell().outdated?.()
    await expect.poll(() => [first, second].map(({ client }) => client.outdated())).toEqual([true, true])
    void second.client.send(hub.starting())
    await expect.poll(() => first.client.outbox.items().length).toBe(1)
    expect(hub.sent).toEqual([])
  })

  it('[SYN29] that are gone are subscribed for no more', async () => {
    const { hub, tab } = browser()
    const first = tab()
    await expect.poll(() => hub.sockets.length).toBe(1)
    hub.tell().connected()
    const second = tab()
    await expect.poll(second.client.connection).toBe('live')
    const other = uuidv7()
    hub.counts.frames.length = 0
    second.client.open(other)
    await expect.poll(() => hub.counts.frames.length).toBeGreaterThan(0)
    second.client.close()
    await expect.poll(() => hub.counts.unsubscribed).toEqual([other])
    expect(first.client.connection()).toBe('live')
  })

  it('[SYN17] leave together when the person signs out, and none writes anything down behind it', async () => {
    const { hub, tab } = browser()
    const person = uuidv7()
    const first = tab(browserDisk(person))
    await expect.poll(() => hub.sockets.length).toBe(1)
    const second = tab(browserDisk(person))
    await expect.poll(second.status).toBe('ready')
    hub.tell().connected()
    hub.tell().events([hub.start()])
    await expect.poll(() => second.replica.confirmed()?.seq).toBe(3)
    let told = 0
    second.client.onSignedOut(() => (told += 1))
    await Promise.all([first.client.signOut(), second.client.keep()])
    await expect.poll(() => told).toBe(1)
    await second.client.keep()
    expect(await browserDisk(person).spaces.load(hub.spaceId)).toBe(undefined)
  })

  it('[SYN17] of another build leave, too, when the person signs out', async () => {
    const { hub, tab } = browser()
    const person = uuidv7()
    const [old, fresh] = [tab(browserDisk(person), 'old'), tab(browserDisk(person), 'new')]
    await expect.poll(() => hub.sockets.length).toBe(2)
    await expect.poll(old.status).toBe('ready')
    await old.client.keep()
    let told = 0
    old.client.onSignedOut(() => (told += 1))
    await fresh.client.signOut()
    await expect.poll(() => told).toBe(1)
    expect(await browserDisk(person).spaces.load(hub.spaceId)).toBe(undefined)
  })
})
