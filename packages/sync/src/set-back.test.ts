import { describe, expect, it } from 'vitest'
import { connectedTo } from './connected.fixture.ts'
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
})
