import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { browserDisk } from './browser-disk.ts'
import { type Disk, memoryDisk } from './disk.ts'
import type { OutboxItem } from './outbox-item.ts'
import { uuidv7 } from './uuidv7.ts'

const item = (commandId: string): OutboxItem => ({
  commandId,
  spaceId: 'a',
  name: 'thread.start',
  path: 'threads.start',
  input: {},
  at: '2026-11-23T08:00:00.000Z',
  state: 'saving',
  version: 1,
})
const space = (spaceId: string, openedAt: string) => ({
  spaceId,
  openedAt,
  build: 'b',
  epoch: 'e',
  seq: 7,
  parts: {} as never,
  recent: [],
})

describe.each<[string, (personId: string) => Disk]>([
  ['the browser’s disk', browserDisk],
  ['memory', memoryDisk],
])('%s', (_name, diskOf) => {
  it('[SYN18] [SYN19] holds items in the order in which they were written, a changed one at its place', async () => {
    const { outbox } = diskOf(uuidv7())
    for (const commandId of ['c', 'a', 'b']) await outbox.put(item(commandId))
    await outbox.put({ ...item('c'), state: 'refused' })
    expect((await outbox.load()).map(({ commandId, state }) => [commandId, state])).toEqual([
      ['c', 'refused'],
      ['a', 'saving'],
      ['b', 'saving'],
    ])
    await outbox.remove('a')
    await outbox.remove('never there')
    expect((await outbox.load()).map(({ commandId }) => commandId)).toEqual(['c', 'b'])
  })

  it('[SYN21] holds one in place of another, which is written over or leaves with it', async () => {
    const { outbox } = diskOf(uuidv7())
    for (const commandId of ['a', 'b', 'c']) await outbox.put(item(commandId))
    await outbox.put(item('d'), 'a')
    await outbox.put({ ...item('b'), state: 'waiting' }, 'b')
    await outbox.put(item('e'), 'never there')
    expect((await outbox.load()).map(({ commandId, state }) => [commandId, state])).toEqual([
      ['b', 'waiting'],
      ['c', 'saving'],
      ['d', 'saving'],
      ['e', 'saving'],
    ])
  })

  it('[SYN16] gives a space back as it was kept, to that person alone', async () => {
    const { spaces } = diskOf(uuidv7())
    await spaces.keep(space('a', '2026-11-01'))
    await spaces.keep({ ...space('a', '2026-11-02'), seq: 8 })
    expect(await spaces.load('a')).toEqual({ ...space('a', '2026-11-02'), seq: 8 })
    expect(await spaces.load('b')).toBe(undefined)
    expect(await diskOf(uuidv7()).spaces.load('a')).toBe(undefined)
  })

  it('[SYN17] lets go of what was opened long ago, of one space, and of all', async () => {
    const { spaces, wipe } = diskOf(uuidv7())
    for (const day of ['01', '02', '03', '04']) await spaces.keep(space(day, `2026-11-${day}`))
    const left = async () => {
      const found = await Promise.all(['01', '02', '03', '04'].map((day) => spaces.load(day)))
      return found.flatMap((each) => each?.spaceId ?? [])
    }
    await spaces.prune('2026-11-02')
    expect(await left()).toEqual(['02', '03', '04'])
    await spaces.remove('03')
    expect(await left()).toEqual(['02', '04'])
    await spaces.removeAllBut(['04', '05'])
    expect(await left()).toEqual(['04'])
    const late = spaces.keep(space('01', '2026-11-01'))
    await Promise.all([wipe(), late, spaces.keep(space('03', '2026-11-03'))])
    await spaces.keep(space('04', '2026-11-04'))
    expect(await left()).toEqual([])
  })

  it('[SYN16] [SYN17] gives the last answers back to the build that kept them, until they are cleared', async () => {
    const { answers, wipe } = diskOf(uuidv7())
    expect(await answers.load('a')).toBe(undefined)
    await answers.keep('a', { lists: [1] })
    await answers.keep('b', { lists: [2] })
    expect(await answers.load('a')).toBe(undefined)
    expect(await answers.load('b')).toEqual({ lists: [2] })
    await wipe()
    await answers.keep('b', { lists: [3] })
    expect(await answers.load('b')).toBe(undefined)
  })
})

describe('the browser’s disk', () => {
  it('[SYN17] once wiped takes nothing more from any page that had it open, and everything from the next', async () => {
    const person = uuidv7()
    const [leaving, other] = [browserDisk(person), browserDisk(person)]
    for (const { spaces, answers } of [leaving, other]) {
      await spaces.keep(space('a', '2026-11-01'))
      await answers.keep('b', { lists: [1] })
    }
    await leaving.wipe()
    for (const { spaces, answers } of [leaving, other]) {
      await spaces.keep(space('a', '2026-11-01'))
      await answers.keep('b', { lists: [1] })
    }
    const next = browserDisk(person)
    expect([await next.spaces.load('a'), await next.answers.load('b')]).toEqual([undefined, undefined])
    await next.answers.keep('b', { lists: [2] })
    await next.spaces.keep(space('a', '2026-11-02'))
    expect(await browserDisk(person).spaces.load('a')).toBeDefined()
    await other.spaces.keep(space('b', '2026-11-01'))
    expect(await next.spaces.load('b')).toBe(undefined)
  })
})
