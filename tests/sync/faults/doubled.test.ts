import { randomUUID } from 'node:crypto'
import { demoId, type ServedHub, servedHub } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientWith, type SignedInPerson } from '../../people/person.ts'

const times = 50

/** Row A5 of the quality list: however often a command arrives, it happens once. */
describe('the same command again and again', () => {
  let served: ServedHub
  let coordinator: SignedInPerson['api']
  let partner: SignedInPerson['api']
  let spaceId: string

  beforeAll(async () => {
    served = await servedHub({ demo: true })
    const apiOf = async (account: string) => clientWith(served.url, await served.cookieOf(demoId(`person ${account}`)))
    coordinator = await apiOf('coordinator')
    partner = await apiOf('partner-serbia')
    spaceId = (await coordinator.spaces.mine.query({})).find(({ kind }) => kind === 'stage')!.id
  })
  afterAll(() => served.close())

  const thread = (title: string) => ({
    spaceId,
    threadId: randomUUID(),
    title,
    subject: { kind: 'space' as const },
  })
  const eventsOf = async (commandId: string) => {
    const { db } = served.hub
    return db.selectFrom('event').select(['seq', 'actor_id']).where('command_id', '=', commandId).execute()
  }

  it(`[SYN20] [SYN26] gets one event and ${times} equal answers when it comes ${times} times at once`, async () => {
    const commandId = randomUUID()
    const input = thread('Impatient')
    const send = () => coordinator.threads.start.mutate({ commandId, input })
    const answers = await Promise.all(Array.from({ length: times }, send))
    const [event, ...others] = await eventsOf(commandId)
    expect(others).toEqual([])
    const told = { status: 'committed', at: [{ spaceId, seq: event?.seq }] }
    expect(answers).toEqual(Array.from({ length: times }, () => told))
    expect(await send()).toEqual(told)
  })

  it('[SYN20] is refused with another content, and has written nothing', async () => {
    const commandId = randomUUID()
    await coordinator.threads.start.mutate({ commandId, input: thread('First') })
    const other = thread('Second')
    const refused = coordinator.threads.start.mutate({ commandId, input: other })
    await expect(refused).rejects.toMatchObject({ data: { code: 'conflict', details: { reason: 'commandIdReused' } } })
    expect(await eventsOf(commandId)).toHaveLength(1)
    const { parts } = await coordinator.spaces.snapshot.query({ spaceId })
    expect(parts.threads).not.toHaveProperty(other.threadId)
  })

  it('[SYN20] is another command from another person', async () => {
    const commandId = randomUUID()
    const answers = await Promise.all(
      [coordinator, partner].map((api, index) =>
        api.threads.start.mutate({ commandId, input: thread(`Of person ${index}`) }),
      ),
    )
    const events = await eventsOf(commandId)
    expect(new Set(events.map((event) => event.actor_id)).size).toBe(2)
    expect(answers.map(({ at }) => at[0]?.seq).toSorted()).toEqual(events.map(({ seq }) => seq).toSorted())
  })

  it('[SYN20] [SYN26] still happened once after a quarter of a year', async () => {
    const commandId = randomUUID()
    const send = () => coordinator.threads.start.mutate({ commandId, input })
    const input = thread('Long ago')
    const told = await send()
    await served.hub.pool.query(`update command_result set at = at - interval '91 days' where command_id = $1`, [
      commandId,
    ])
    expect(await send()).toEqual(told)
    expect(await eventsOf(commandId)).toHaveLength(1)
  })
})
