import { describe, expect, it } from 'vitest'
import { answerOf } from './answer.ts'
import { createSyncClient } from './client.ts'
import { memoryDisk } from './disk.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import { protocolVersion } from './version.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()

describe('an outdated client', () => {
  it('[SYN35] keeps what is written on the disk once the server speaks another protocol', async () => {
    const server = fakeHub(me)
    const disk = memoryDisk()
    const { fetcher } = server
    const outdated = createSyncClient({ personId: me, fetcher, wire: server.openWire(), disk, later: () => undefined })
    server.tell().outdated?.()
    expect(outdated.outdated()).toBe(true)
    const command = server.starting()
    void outdated.send(command)
    await expect.poll(() => disk.outbox.load()).toMatchObject([{ state: 'waiting' }])
    expect(server.sent).toEqual([])
    createSyncClient({ personId: me, fetcher, wire: server.openWire(), disk, later: () => undefined })
    await expect.poll(() => server.sent.map(({ input }) => input)).toEqual([command.input])
  })

  it('[SYN35] learns from the answer to a command that it is outdated, and keeps it', async () => {
    const server = fakeHub(me)
    const disk = memoryDisk()
    const failure = { code: 'versionMismatch', details: {} } as const
    let calls = 0
    const client = createSyncClient({
      personId: me,
      fetcher: { ...server.fetcher, call: async () => ({ status: 'unknown', failure, calls: (calls += 1) }) },
      wire: server.openWire(),
      disk,
      later: () => undefined,
    })
    void client.send(server.starting())
    await expect.poll(client.outdated).toBe(true)
    await expect.poll(() => disk.outbox.load()).toMatchObject([{ state: 'saving' }])
    client.outbox.wake()
    expect(client.outbox.items()).toMatchObject([{ state: 'waiting' }])
    expect(calls).toBe(1)
  })

  it('[SYN35] is none that meets an older server: it waits for one that speaks its own', () => {
    const said = (version: number) => answerOf({ code: 'versionMismatch', details: { version } })
    expect(said(protocolVersion - 1)).toEqual({ status: 'unknown' })
    expect(said(protocolVersion + 1)).toMatchObject({ status: 'unknown', failure: { code: 'versionMismatch' } })
  })
})
