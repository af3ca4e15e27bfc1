import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Frame } from './frames.ts'
import { gathered } from './gathered-line.ts'

describe('a line behind a quicker one', () => {
  const sent: Frame[] = []
  const [node, spaceId, otherId, documentId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  let closed = false
  const line = () => gathered({ send: (frame) => sent.push(frame), close: () => (closed = true) }, 50)
  beforeEach(() => {
    vi.useFakeTimers()
    sent.length = 0
    closed = false
  })
  afterEach(() => vi.useRealTimers())

  it('says the newest of each space and document, once in a while', () => {
    const { send } = line()
    for (let after = 1; after <= 30; after += 1) send({ node, spaceId, after, sealed: 'events' })
    for (let number = 1; number <= 30; number += 1) send({ node, documentId, number })
    send({ node, spaceId: otherId, after: 7 })
    expect(sent).toEqual([])
    vi.advanceTimersByTime(50)
    expect(sent).toEqual([
      { node, spaceId, after: 30 },
      { node, documentId, number: 30 },
      { node, spaceId: otherId, after: 7 },
    ])
    send({ node, spaceId, after: 31 })
    vi.advanceTimersByTime(50)
    expect(sent.at(-1)).toEqual({ node, spaceId, after: 31 })
    expect(sent).toHaveLength(4)
  })

  it('says at once that a session has ended', () => {
    const frame = { node, revoked: { sessionId: randomUUID() } }
    line().send(frame)
    expect(sent).toEqual([frame])
  })

  it('says what waits before it is closed', () => {
    const { send, close } = line()
    send({ node, spaceId, after: 1 })
    close()
    expect(sent).toEqual([{ node, spaceId, after: 1 }])
    expect(closed).toBe(true)
  })
})
