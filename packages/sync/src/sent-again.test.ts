import { describe, expect, it } from 'vitest'
import { createSyncClient } from './client.ts'
import { type Disk, memoryDisk } from './disk.ts'
import { fakeHub } from './fake-hub.fixture.ts'
import { protocolVersion } from './version.ts'
import { uuidv7 } from './uuidv7.ts'

const me = uuidv7()

/** A client on a fake hub, with its space open. */
async function ready(disk: Disk = memoryDisk()) {
  const hub = fakeHub(me)
  const { fetcher } = hub
  const client = createSyncClient({ personId: me, fetcher, wire: hub.openWire(), disk, later: () => undefined })
  const { replica, status } = client.open(hub.spaceId)
  hub.tell().connected()
  await expect.poll(status).toBe('ready')
  const threads = (): string[] => Object.keys(replica.view()?.threads ?? {})
  return { hub, client, disk, replica, threads }
}

describe('what was refused', () => {
  it('[SYN21] [SYN23] shows again at once when it is sent again, mended under a new id', async () => {
    const { hub, client, disk, threads } = await ready()
    hub.refuse()
    const threadId = uuidv7()
    const command = hub.starting(threadId)
    expect(await client.send(command)).toMatchObject({ status: 'refused', code: 'conflict' })
    expect(threads()).toEqual([])
    const { commandId } = client.outbox.items()[0]!
    hub.refuse(false)
    const answering = client.resend(commandId, { ...command.input, title: 'Mended' })
    expect(threads()).toEqual([threadId])
    expect(await answering).toMatchObject({ status: 'committed' })
    expect(hub.sent).toMatchObject([{ input: { title: 'Mended' } }])
    expect(hub.sent[0]?.commandId).not.toBe(commandId)
    expect(client.outbox.items()).toEqual([])
    expect(await disk.outbox.load()).toEqual([])
    expect(client.resend(commandId)).toBe(undefined)
  })

  it('[SYN21] is taken away, from the disk too', async () => {
    const { hub, client, disk, threads } = await ready()
    hub.refuse()
    await client.send(hub.starting())
    const { commandId } = client.outbox.items()[0]!
    client.outbox.discard(commandId)
    expect(client.outbox.items()).toEqual([])
    expect(client.resend(commandId)).toBe(undefined)
    await expect.poll(() => disk.outbox.load()).toEqual([])
    expect(threads()).toEqual([])
  })

  it('[SYN31] because the space was closed stays with its reason, while the space leaves the disk', async () => {
    const { hub, client, disk } = await ready()
    await client.keep()
    hub.tell().disconnected()
    hub.goAway()
    const answer = client.send(hub.starting())
    await expect.poll(() => client.outbox.items()[0]?.state).toBe('waiting')
    hub.close()
    hub.goAway(false)
    hub.tell().connected()
    const refusal = { code: 'notFound', details: {} }
    expect(await answer).toEqual({ status: 'refused', ...refusal })
    await expect.poll(() => disk.spaces.load(hub.spaceId)).toBe(undefined)
    expect(await disk.outbox.load()).toMatchObject([{ state: 'refused', refusal }])
    expect(client.outbox.items()).toMatchObject([{ state: 'refused', refusal }])
  })
})

describe('what the disk holds from an earlier page', () => {
  it('[SYN19] [SYN23] is replayed before what was written since', async () => {
    const disk = memoryDisk()
    const [old, fresh] = [uuidv7(), uuidv7()]
    const { hub, client, threads } = await ready({
      ...disk,
      outbox: {
        ...disk.outbox,
        // Read only after the page has been written on.
        load: () => loading.then(() => disk.outbox.load()),
      },
    })
    hub.goAway()
    const at = '2026-11-23T08:00:00.000Z'
    await disk.outbox.put({ ...hub.starting(old), commandId: uuidv7(), at, state: 'waiting', version: protocolVersion })
    void client.send(hub.starting(fresh))
    expect(threads()).toEqual([fresh])
    load()
    await expect.poll(threads).toEqual([old, fresh])
  })
  let load = (): void => undefined
  const loading = new Promise<void>((resolve) => (load = resolve))
})
