import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { presenceBoard } from './presence.ts'

const [one, other, ana, nino] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]

const board = () => {
  const announced: string[] = []
  const made = presenceBoard(
    (spaceId) => announced.push(spaceId),
    () => undefined,
  )
  const be = (tab: string, at: string | null, spaceId = one, typing: string | null = null, person = ana) =>
    made.set(`socket of ${person}`, person, { tab, place: at === null ? null : { spaceId, at, typing } })
  const people = (spaceId = one) => made.inSpace(spaceId).people.map(({ personId, at }) => [personId, at])
  return { ...made, announced, be, people }
}

describe('[SYN30] presence', () => {
  it('[SYN30] follows a tab from place to place, and leaves nothing behind', () => {
    const { be, people, announced } = board()
    be('a', 'boards')
    be('a', 'task:1')
    expect(people()).toEqual([[ana, 'task:1']])
    be('a', 'overview', other)
    expect([people(), people(other)]).toEqual([[], [[ana, 'overview']]])
    expect(announced.slice(-2)).toEqual([other, one])
    be('a', null)
    expect(people(other)).toEqual([])
  })

  it('[SYN30] [SYN29] shows a person in each place where they have a tab, until that tab goes', () => {
    const { be, people } = board()
    be('a', 'task:1')
    be('b', 'threads')
    be('c', 'threads')
    expect(people()).toEqual([
      [ana, 'task:1'],
      [ana, 'threads'],
    ])
    be('a', null)
    be('b', null)
    expect(people()).toEqual([[ana, 'threads']])
  })

  it('[SYN30] ends with the connection, and with the room', () => {
    const { be, people, gone, leave } = board()
    be('a', 'threads')
    be('b', 'threads', other)
    be('a', 'threads', one, null, nino)
    leave(`socket of ${ana}`, one)
    expect([people(), people(other)]).toEqual([[[nino, 'threads']], [[ana, 'threads']]])
    gone(`socket of ${nino}`)
    expect(people()).toEqual([])
  })

  it('[SYN30] who types in one tab types', () => {
    const { be, inSpace } = board()
    const thread = randomUUID()
    be('a', 'threads', one, thread)
    be('b', 'threads')
    expect(inSpace(one).people).toEqual([{ personId: ana, at: 'threads', typing: thread }])
  })

  it('[SYN33] shows a person in no more places than anybody reads', () => {
    const { be, people } = board()
    for (let tab = 0; tab < 1_000; tab += 1) be(`tab ${tab}`, `task:${tab}`)
    expect(people()).toHaveLength(8)
  })
})
