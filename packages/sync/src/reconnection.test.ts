import { afterEach, describe, expect, it, vi } from 'vitest'
import { backAfterClosed, backAfterRefused, reconnection } from './reconnection.ts'

/** Numbers that lie evenly between 0 and 1, as those of many pages do. */
function evenly(count: number): () => number {
  let turn = 0
  return () => (turn++ % count) / count
}

describe('pages that come back', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it.each([
    ['whose line the server closed', backAfterClosed],
    ['that it didn’t let in', backAfterRefused],
    // As `wire.ts` reads it, once for each page.
    ['whose line broke without a word', () => ({ ...reconnection }).reconnectionDelay],
  ])('[SYN2] are spread out, of 500 %s at most 30 in a tenth of a second', (_which, wait) => {
    const random = evenly(500)
    vi.spyOn(Math, 'random').mockImplementation(random)
    const waits = Array.from({ length: 500 }, () => wait(random))
    const perTenth = Map.groupBy(waits, (milliseconds) => Math.floor(milliseconds / 100))
    expect(Math.max(...Array.from(perTenth.values(), ({ length }) => length))).toBeLessThanOrEqual(30)
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_000)
  })

  it('[SYN2] [SYN3] are back soon where the line broke, and go on trying', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999)
    expect(reconnection.reconnectionDelay).toBeLessThanOrEqual(2_000)
    expect(reconnection.randomizationFactor).toBeGreaterThan(0)
    expect(reconnection.reconnectionDelayMax).toBeLessThanOrEqual(5_000)
  })
})
