import { randomUUID } from 'node:crypto'
import { demoId, type ServedHub, servedHub } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientWith } from '../people/person.ts'
import { type Acknowledged, expectKept } from './kept.ts'

/** Row B6 of the quality list, for what looks into the logs after a kill: it finds what a hub could do wrong. */
describe('what looks for lost and doubled writes', () => {
  let served: ServedHub
  let spaceId: string
  const acknowledged: Acknowledged[] = []
  const [threadId, messageId] = [randomUUID(), randomUUID()]

  beforeAll(async () => {
    served = await servedHub({ demo: true })
    const api = clientWith(served.url, await served.cookieOf(demoId('person coordinator')))
    spaceId = (await api.spaces.mine.query({})).find(({ kind }) => kind === 'stage')!.id
    const run = async (call: (commandId: string) => Promise<Pick<Acknowledged, 'at'>>): Promise<void> => {
      const commandId = randomUUID()
      acknowledged.push({ commandId, at: (await call(commandId)).at })
    }
    const { threads, documents } = api
    const thread = { spaceId, threadId, title: 'Kept', subject: { kind: 'space' as const } }
    const message = { spaceId, threadId, messageId, body: 'Kept', fileIds: [] }
    await run((commandId) => threads.start.mutate({ commandId, input: thread }))
    await run((commandId) => threads.post.mutate({ commandId, input: message }))
    const document = { spaceId, documentId: randomUUID(), title: 'Kept' }
    await run((commandId) => documents.create.mutate({ commandId, input: document }))
  })
  afterAll(() => served.close())

  const look = (told: readonly Acknowledged[] = acknowledged): Promise<void> =>
    expectKept({ unlogged: [], onPool: (work) => work(served.hub.pool) }, [spaceId], told)
  /** Does something that no hub should, looks, and takes it back. */
  const lookAfter = async (wrong: string, mended: string): Promise<unknown> => {
    await served.hub.pool.query(wrong, [spaceId])
    const found = await look().catch((error: unknown) => error)
    await served.hub.pool.query(mended, [spaceId])
    return found
  }
  const head = '(select head from space where id = $1)'

  it('[SYN26] finds nothing where nothing is wrong', () => look())

  it('[SYN26] finds what was acknowledged and isn’t there, or stands elsewhere', async () => {
    const [first, second] = acknowledged as [Acknowledged, Acknowledged]
    const missing = /acknowledged, and not there/
    await expect(look([{ commandId: randomUUID(), at: first.at }])).rejects.toThrow(missing)
    await expect(look([{ commandId: first.commandId, at: second.at }])).rejects.toThrow(missing)
    await expect(look([{ ...first, at: [{ spaceId, seq: 1_000_000 }] }])).rejects.toThrow(missing)
  })

  it('[SYN26] finds an event that is there twice, and a number that is missing', async () => {
    const columns = 'type, version, actor_id, command_id, at, payload, payload_hash, hash'
    const doubled = await lookAfter(
      `insert into event (space_id, seq, ${columns}) select space_id, seq + 1, ${columns} from event where space_id = $1 and seq = ${head}`,
      `delete from event where space_id = $1 and seq = ${head} + 1`,
    )
    expect(String(doubled)).toContain('commands that were done more than once')
    const missing = await lookAfter(
      `update event set seq = seq + 1 where space_id = $1 and seq = ${head}`,
      `update event set seq = seq - 1 where space_id = $1 and seq = ${head} + 1`,
    )
    expect(String(missing)).toContain('no number is missing')
  })

  it('[SYN26] finds another payload, and a row that isn’t the one of its event', async () => {
    const swapped = `update event set hash = payload_hash, payload_hash = hash where space_id = $1 and seq = ${head}`
    expect(String(await lookAfter(swapped, swapped))).toContain('chains verify')
    const rename = (from: string, to: string): string =>
      `update message set id = '${to}' from thread where thread.id = thread_id and space_id = $1 and message.id = '${from}'`
    const other = randomUUID()
    const exchanged = await lookAfter(rename(messageId, other), rename(other, messageId))
    expect(String(exchanged)).toContain('message.posted: a row for each')
  })
})
