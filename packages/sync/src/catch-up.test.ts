import { describe, expect, it } from 'vitest'
import { createSyncClient } from './client.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()
const retryAfter = 2_000

describe('a space whose events break when they are folded', () => {
  /** Without a line, with timers that the test holds. */
  const broken = async () => {
    const hub = fakeHub(me)
    const errors: unknown[] = []
    const waits: number[] = []
    const client = createSyncClient({
      personId: me,
      fetcher: hub.fetcher,
      wire: hub.openWire(),
      later: (_work, milliseconds) => waits.push(milliseconds),
      onError: (error) => errors.push(error),
    })
    const { replica, status } = client.open(hub.spaceId)
    await expect.poll(status).toBe('ready')
    const bad = Object.assign(hub.start(), { payload: null as never })
    return { hub, client, replica, status, errors, waits, bad }
  }

  it('[SYN14] is told once, is no missing answer, and isn’t asked for again and again', async () => {
    const { hub, client, replica, status, errors, waits } = await broken()
    for (let beacons = 0; beacons < 3; beacons += 1) {
      const asked = hub.counts.catchUps
      hub.tell().beacon(hub.beacon())
      await expect.poll(() => hub.counts.catchUps).toBe(asked + 1)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(errors).toEqual([expect.any(TypeError)])
    expect(client.connection()).toBe('slow')
    expect(waits).not.toContain(retryAfter)
    expect([status(), replica.confirmed()?.seq]).toEqual(['ready', 2])
  })

  it('[SYN7] keeps nobody else from hearing what is pushed', async () => {
    const { hub, errors, bad } = await broken()
    expect(() => hub.tell().events([bad])).not.toThrow()
    expect(errors).toEqual([expect.any(TypeError)])
  })
})
