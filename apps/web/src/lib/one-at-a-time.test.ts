import { describe, expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('work that is asked for often', () => {
  it('is done at once, and once more for all that is asked meanwhile; no round is given up', async () => {
    const begun: (() => void)[] = []
    const pauses: (() => void)[] = []
    const ask = oneAtATime(
      () => new Promise<void>((resolve) => begun.push(resolve)),
      () => new Promise<void>((resolve) => pauses.push(resolve)),
    )
    ask()
    expect(begun).toHaveLength(1)
    for (let time = 0; time < 100; time += 1) ask()
    begun[0]?.()
    await settled()
    expect([begun.length, pauses.length]).toEqual([1, 1])
    ask()
    pauses[0]?.()
    await settled()
    expect(begun).toHaveLength(2)
    begun[1]?.()
    await settled()
    pauses[1]?.()
    await settled()
    expect(begun).toHaveLength(2)
    ask()
    expect(begun).toHaveLength(3)
  })
})
