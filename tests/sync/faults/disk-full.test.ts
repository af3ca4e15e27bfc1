import { randomUUID } from 'node:crypto'
import { type SharedHub, sharedHub } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInPerson } from '../../people/person.ts'
import { putUnderLoad } from '../load.ts'
import { type Rig, sharedRig } from '../rig.ts'
import { connectClient } from './connected-client.ts'

const patience = { timeout: 30_000, interval: 20 }
const full = { code: 'unavailable', details: { reason: 'diskFull' } }

/** Row A8 of the quality list, for the database: PostgreSQL itself raises what it raises where a file can't grow. */
describe('a database whose disk is full', () => {
  let shared: SharedHub
  let rig: Rig

  beforeAll(async () => {
    shared = await sharedHub()
    rig = await sharedRig(shared)
    await shared.hub.pool.query(`create function no_room() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file "base/1/1": No space left on device' using errcode = 'disk_full';
    end $$`)
  })
  afterAll(() => rig.stop())

  const tables = ['event', 'upload'] as const
  const fill = async (): Promise<void> => {
    for (const table of tables)
      await shared.hub.pool.query(`create trigger no_room before insert on ${table} execute function no_room()`)
  }
  const clear = async (): Promise<void> => {
    for (const table of tables) await shared.hub.pool.query(`drop trigger no_room on ${table}`)
  }
  const upload = ({ url, cookie }: SignedInPerson, fileId: string): Promise<Response> =>
    fetch(`${url}/files/${fileId}?spaceId=${shared.spaceId}`, {
      method: 'PUT',
      headers: { cookie, origin: url, 'content-type': 'application/octet-stream' },
      body: Buffer.alloc(100_000, 5),
    })

  it('[SYN20] [SYN26] says so, may be read, loses nothing, and goes on by itself once there is room', async () => {
    const { spaceId, people } = rig
    const [person] = people
    const load = await putUnderLoad(rig)
    const waiting = await connectClient(person)
    await expect.poll(() => load.acknowledged(), patience).toBeGreaterThan(20)
    expect([...load.failures]).toEqual([])
    await fill()
    await expect.poll(() => load.failures.size, patience).toBe(1)

    const threadId = randomUUID()
    const input = { spaceId, threadId, title: 'No room', subject: { kind: 'space' as const } }
    const start = person.api.threads.start.mutate({
      commandId: randomUUID(),
      input: { ...input, threadId: randomUUID() },
    })
    await expect(start).rejects.toMatchObject({ data: { httpStatus: 503, ...full } })
    const fileId = randomUUID()
    const refused = await upload(person, fileId)
    expect([refused.status, await refused.json()]).toEqual([503, full])
    const read = await person.api.spaces.snapshot.query({ spaceId })
    expect(read.parts.threads).not.toHaveProperty(threadId)
    const answer = waiting.client.send({ spaceId, name: 'thread.start', path: 'threads.start', input })
    await expect.poll(() => waiting.client.outbox.items()[0]?.state, patience).toBe('waiting')

    const before = load.acknowledged()
    await clear()
    expect((await answer).status).toBe('committed')
    await expect.poll(() => load.acknowledged(), patience).toBeGreaterThan(before + 20)
    expect((await upload(person, fileId)).status).toBe(200)
    await load.end()
    await load.expectKept()
    expect([...load.failures]).toEqual(['unavailable'])
    expect(load.longest()).toBeLessThan(10_000)
    waiting.close()
  })
})
