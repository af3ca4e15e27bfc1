import { describe, expect, it } from 'vitest'
import { connectedTo } from './connected.fixture.ts'
import { memoryDisk } from './disk.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()

describe('a log that was set back', () => {
  it('[SYN12] has lost what is given up, once a head lies behind the one before', async () => {
    const server = fakeHub(me)
    const { client, replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.tell().events([server.start(), server.start()])
    server.tell().beacon(server.beacon())
    server.setBack(1)
    // Heads that were read before an event was pushed are no reason to ask.
    const late = { ...server.beacon(), heads: { [server.spaceId]: { seq: 4 } } }
    const asked = server.counts.catchUps
    server.tell().beacon(late)
    expect(server.counts.catchUps).toBe(asked)
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.view()).toEqual(server.parts())
    expect(client.connection()).toBe('live')
  })

  it('[SYN12] has lost what is given up, though it has grown beyond since', async () => {
    const server = fakeHub(me)
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.tell().events([server.start()])
    server.tell().disconnected()
    server.setBack(1)
    server.start()
    server.start()
    server.tell().connected()
    await expect.poll(() => replica.view()).toEqual(server.parts())
  })

  it('[SYN12] has lost what is given up, though it has grown beyond since and nothing was pushed before', async () => {
    const server = fakeHub(me)
    server.start()
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.tell().disconnected()
    server.setBack(1)
    server.start()
    server.start()
    server.tell().connected()
    await expect.poll(() => replica.view()).toEqual(server.parts())
  })

  it('[SYN12] [SYN16] has lost what is given up on the disk, too', async () => {
    const server = fakeHub(me)
    server.start()
    const disk = memoryDisk()
    const before = connectedTo(server, me, disk)
    await expect.poll(before.status).toBe('ready')
    await before.client.keep()
    before.client.close()
    server.setBack(1)
    server.start()
    server.start()
    server.goAway()
    const { replica, status } = connectedTo(server, me, disk)
    await expect.poll(status).toBe('ready')
    server.goAway(false)
    server.tell().beacon(server.beacon())
    await expect.poll(() => replica.view()).toEqual(server.parts())
  })

  /** A page that stands at the log's end, which then loses its last event, and is written to again. */
  const setBackTo = async (grown: number) => {
    const server = fakeHub(me)
    server.start()
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.setBack(1)
    const events = Array.from({ length: grown }, () => server.start())
    const equals = () => expect.poll(() => replica.view()).toEqual(server.parts())
    return { server, replica, events, equals }
  }

  it('[SYN12] [SYN9] is noticed by the command at its head, though it has grown just as far again', async () => {
    const { server, equals } = await setBackTo(1)
    server.tell().beacon(server.beacon())
    await equals()
  })

  it('[SYN12] [SYN5] is noticed so when the line comes back', async () => {
    const { server, equals } = await setBackTo(1)
    server.tell().disconnected()
    server.tell().connected()
    await equals()
  })

  it('[SYN12] [SYN7] is noticed by an event that is pushed where another was', async () => {
    const { server, events, equals } = await setBackTo(1)
    server.tell().events(events)
    await equals()
  })

  it('[SYN12] [SYN7] is noticed by what is pushed behind an event that got lost', async () => {
    const { server, replica, events, equals } = await setBackTo(2)
    const before = replica.confirmed()
    server.tell().events(events.slice(1))
    expect(replica.confirmed()).toBe(before)
    await equals()
  })

  it('[SYN12] [SYN9] is noticed by a head that lies behind what was pushed since it was read', async () => {
    const server = fakeHub(me)
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    server.tell().events([server.start(), server.start()])
    server.setBack(2)
    server.start()
    const read = server.beacon()
    server.start()
    server.tell().beacon(read)
    await expect.poll(() => replica.view()).toEqual(server.parts())
  })

  it('[SYN7] what is pushed without a word of what stands before it is asked for', async () => {
    const server = fakeHub(me)
    const { replica, status } = connectedTo(server, me)
    await expect.poll(status).toBe('ready')
    const asked = server.counts.catchUps
    server.sockets[0]!.events([server.start()])
    expect(server.counts.catchUps).toBe(asked + 1)
    await expect.poll(() => replica.view()).toEqual(server.parts())
  })
})
