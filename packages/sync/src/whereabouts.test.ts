import { expect, it } from 'vitest'
import type { Presence } from './protocol.ts'
import { uuidv7 } from './uuidv7.ts'
import { whereabouts } from './whereabouts.ts'

it('[SYN30] tells where a tab is when that changes, and again on each new line', () => {
  const told: Presence[] = []
  const [spaceId, threadId] = [uuidv7(), uuidv7()]
  const { announce, type, subscribed } = whereabouts('tab', (presence) => told.push(presence))
  const at = (place: string, typing: string | null = null) => ({ tab: 'tab', place: { spaceId, at: place, typing } })
  type(threadId)
  subscribed([spaceId])
  announce(at('boards').place)
  announce(at('boards').place)
  announce(at('task:1').place)
  type(threadId)
  type(null)
  subscribed([uuidv7()])
  subscribed([spaceId])
  announce(null)
  type(threadId)
  subscribed([spaceId])
  expect(told).toEqual([
    at('boards'),
    at('task:1'),
    at('task:1', threadId),
    at('task:1'),
    at('task:1'),
    { tab: 'tab', place: null },
  ])
})
