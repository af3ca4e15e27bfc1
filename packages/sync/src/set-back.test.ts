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
    const late = { ...server.beacon(), heads: { [server.spaceId]: 4 } }
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
})
