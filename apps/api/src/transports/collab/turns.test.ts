import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { turns } from './turns.ts'

describe('turns of the event loop', () => {
  let turn = 0
  let stop = false
  beforeEach(() => {
    turn = 0
    stop = false
    const count = (): void => {
      turn += 1
      if (!stop) setImmediate(count)
    }
    setImmediate(count)
  })
  afterEach(() => void (stop = true))

  it('[SYN33] what goes through a whole text is done once in each, in the order of asking, whoever asks', async () => {
    const { alone } = turns()
    const done: (readonly [asker: number, turn: number])[] = []
    await Promise.all(
      Array.from({ length: 50 }, async (_, asker) => {
        await alone()
        done.push([asker, turn])
      }),
    )
    expect(done.map(([asker]) => asker)).toEqual(Array.from({ length: 50 }, (_, asker) => asker))
    expect(new Set(done.map(([, at]) => at)).size).toBe(50)
  })

  it('[SYN33] frames are handled for some milliseconds, and then everybody else has a turn', async () => {
    let now = 0
    const { next } = turns(() => now)
    for (let frame = 0; frame < 300; frame += 1) {
      await next()
      now += 1
    }
    expect(turn).toBeGreaterThan(40)
    // Few and quick ones wait for nothing.
    const before = turn
    for (let frame = 0; frame < 20; frame += 1) await next()
    expect(turn).toBeLessThan(before + 3)
  })
})
