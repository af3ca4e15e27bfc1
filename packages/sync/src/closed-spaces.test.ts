import { emptySpace } from '@kolo/domain/events/parts'
import { describe, expect, it } from 'vitest'
import { createSyncClient } from './client.ts'
import { memoryDisk } from './disk.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()

describe('spaces that are closed', () => {
  it('[SYN31] leave the disk, though they weren’t open, or nobody was connected', async () => {
    const server = fakeHub(me)
    const disk = memoryDisk()
    const client = createSyncClient({ personId: me, fetcher: server.fetcher, wire: server.openWire(), disk })
    const state = { epoch: uuidv7(), seq: 1, parts: emptySpace, recent: [] }
    const kept = (spaceId: string) => ({ ...state, spaceId, build: '', openedAt: '2026-11-23T08:00:00.000Z' })
    const [closed, closedAway, mine] = [uuidv7(), uuidv7(), uuidv7()]
    for (const spaceId of [closed, closedAway, mine]) await disk.spaces.keep(kept(spaceId))
    const held = async () => (await Promise.all([closed, closedAway, mine].map(disk.spaces.load))).map(Boolean)
    server.tell().revoked(closed)
    await expect.poll(held).toEqual([false, true, true])
    client.keepOnly([mine, uuidv7()])
    await expect.poll(held).toEqual([false, false, true])
  })
})
