import { randomUUID } from 'node:crypto'
import type { Place, PresentPeople } from '@kolo/sync'
import type { Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ServedSockets, servedSockets, subscribe } from './served-sockets.fixture.ts'

const soon = { timeout: 30_000, interval: 5 }

describe('who types', () => {
  let served: ServedSockets
  beforeAll(async () => {
    served = await servedSockets()
  })
  afterEach(() => served.disconnectAll())
  afterAll(async () => {
    await served.close()
    expect(served.failures).toEqual([])
  })

  /** A space in which these people are, each on a connection of their own. */
  const room = async (count: number) => {
    const { hub, socketOf } = served
    const people = await Promise.all(Array.from({ length: count }, () => hub.person('Typing')))
    const spaceId = await hub.space(
      'stage',
      Object.fromEntries(people.map((personId) => [personId, 'editor' as const])),
    )
    const lines = people.map((personId) => socketOf(personId))
    const seen: PresentPeople[] = []
    lines[0]!.on('presence', (frame: PresentPeople) => seen.push(frame))
    for (const line of lines) expect((await subscribe(line, [spaceId])).refused).toEqual([])
    const typing = () => new Map(seen.at(-1)?.people.map((each) => [each.personId, each.typing]))
    return { spaceId, people, lines, typing }
  }
  const be = (line: Socket, tab: string, place: Place | null) => line.emit('presence', { tab, place })

  it('[SYN30] is seen by the others, is told again, and ends with the word, the tab and the connection', async () => {
    const { spaceId, people, lines, typing } = await room(2)
    const [line, personId] = [lines[1]!, people[1]!]
    const threadId = randomUUID()
    const there = (writes: string | null): Place => ({ spaceId, at: 'threads', typing: writes })
    const isSeen = (expected: unknown) => expect.poll(() => typing().get(personId), soon).toBe(expected)
    be(line, 'one', there(threadId))
    await isSeen(threadId)
    be(line, 'one', there(null))
    await isSeen(null)
    be(line, 'one', there(threadId))
    await isSeen(threadId)
    be(line, 'other', there(null))
    be(line, 'one', null)
    // The tab that typed is gone, and the person still here.
    await isSeen(null)
    be(line, 'other', there(threadId))
    await isSeen(threadId)
    line.disconnect()
    await isSeen(undefined)
    expect(typing().size).toBe(0)
  })

  it('[SYN30] writes nothing into any log, however often it is told', async () => {
    const { spaceId, people, lines, typing } = await room(10)
    const written = async () => {
      const { rows } = await served.hub.pool.query('select count(*), sum(head) from event, space')
      return rows[0] as unknown
    }
    const before = await written()
    const threadId = randomUUID()
    for (let frame = 1; frame <= 100; frame += 1)
      for (const line of lines) be(line, 'one', { spaceId, at: 'threads', typing: frame % 2 === 0 ? threadId : null })
    // All have been heard to the last, nobody was cut off.
    await expect.poll(() => people.map((personId) => typing().get(personId)), soon).toEqual(people.map(() => threadId))
    for (const line of lines) expect((await subscribe(line, [spaceId])).heads[spaceId]?.seq).toBe(0)
    expect(lines.every(({ connected }) => connected)).toBe(true)
    expect(await written()).toEqual(before)
  })
})
