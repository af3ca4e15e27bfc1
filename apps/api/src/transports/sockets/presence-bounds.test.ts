import { randomUUID } from 'node:crypto'
import { presenceSchema, type PresentPeople } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presenceBoard } from './presence.ts'
import { type ServedSockets, servedSockets, subscribe } from './served-sockets.fixture.ts'

const spaceId = randomUUID()
const soon = { timeout: 30_000 }
const board = () =>
  presenceBoard(
    () => undefined,
    () => undefined,
  )
const at = (place: string) => ({ spaceId, at: place, typing: null })

describe('presence of whoever opens more than anybody reads', () => {
  it('[SYN30] [SYN33] is shown in eight places of a space, however many sockets and nodes say so', () => {
    const { set, heard, inSpace } = board()
    const [ana, nino] = [randomUUID(), randomUUID()]
    for (let socket = 0; socket < 18; socket += 1)
      for (let tab = 0; tab < 50; tab += 1)
        set(`socket ${socket}`, ana, { tab: `tab ${tab}`, place: at(`task:${socket} ${tab}`) })
    heard('another node', {
      spaceId,
      people: Array.from({ length: 50 }, (_, task) => ({ personId: ana, at: `board:${task}`, typing: null })),
    })
    set('her socket', nino, { tab: 'one', place: at('boards') })
    const { people } = inSpace(spaceId)
    expect(people.filter(({ personId }) => personId === ana)).toHaveLength(8)
    expect(people.at(-1)).toEqual({ personId: nino, at: 'boards', typing: null })
  })

  it('[SYN33] fills no memory: of a person so many tabs are known, and others when these are gone', () => {
    const { set, gone, inSpace } = board()
    const ana = randomUUID()
    const where = (space: string, tab: number) => ({ spaceId: space, at: `task:${tab}`, typing: null })
    for (let socket = 0; socket < 2; socket += 1)
      for (let tab = 0; tab < 50; tab += 1)
        set(`socket ${socket}`, ana, { tab: `tab ${tab}`, place: where(randomUUID(), tab) })
    const more = () => set('another socket', ana, { tab: 'one', place: at('boards') })
    more()
    expect(inSpace(spaceId).people).toEqual([])
    gone('socket 1')
    more()
    expect(inSpace(spaceId).people).toEqual([{ personId: ana, at: 'boards', typing: null }])
  })

  it('[SYN30] tells of a very full space what fits into a small frame', () => {
    const { set, inSpace } = board()
    for (let person = 0; person < 2_000; person += 1)
      set(`socket ${person}`, randomUUID(), { tab: 'one', place: { ...at(`task:${randomUUID()}`), typing: spaceId } })
    expect(inSpace(spaceId).people).toHaveLength(500)
    expect(JSON.stringify(inSpace(spaceId)).length).toBeLessThan(128 * 1024)
  })

  it('[SYN33] is a place of the page, and nothing else', () => {
    const isPlace = (place: string) => presenceSchema.safeParse({ tab: 'one', place: at(place) }).success
    for (const place of ['overview', 'boards', `task:${randomUUID()}`]) expect(isPlace(place)).toBe(true)
    const senseless = ['', 'task:', 'task:1', 'Boards', '\u0001'.repeat(200), `task:${randomUUID()}x`, 'x'.repeat(200)]
    for (const place of senseless) expect(isPlace(place), place).toBe(false)
  })
})

describe('a room', () => {
  let served: ServedSockets
  beforeAll(async () => {
    served = await servedSockets()
  })
  afterAll(() => served.close())

  it('[SYN30] [SYN33] is told once of many changes of one moment', async () => {
    const [one, other] = [await served.hub.person('One'), await served.hub.person('Other')]
    const room = await served.hub.space('stage', { [one]: 'editor', [other]: 'editor' })
    const [busy, watching] = [served.socketOf(one), served.socketOf(other)]
    await subscribe(busy, [room])
    await subscribe(watching, [room])
    const told: PresentPeople[] = []
    watching.on('presence', (frame: PresentPeople) => told.push(frame))
    const tasks = Array.from({ length: 100 }, () => `task:${randomUUID()}`)
    for (const task of tasks) busy.emit('presence', { tab: 'one', place: { spaceId: room, at: task, typing: null } })
    await expect.poll(() => told.at(-1)?.people, soon).toEqual([{ personId: one, at: tasks.at(-1), typing: null }])
    expect(told.length).toBeLessThan(tasks.length / 2)
  })
})
