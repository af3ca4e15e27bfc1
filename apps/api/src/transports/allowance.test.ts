import { describe, expect, it } from 'vitest'
import { allowance } from './allowance.ts'

describe('an allowance', () => {
  it('lets a burst through, then so many a second', () => {
    let now = 0
    const may = allowance({ burst: 3, perSecond: 2 }, () => now)
    const tries = (count: number) => Array.from({ length: count }, may)
    expect(tries(4)).toEqual([true, true, true, false])
    now = 500
    expect(tries(2)).toEqual([true, false])
    now = 60_000
    expect(tries(4)).toEqual([true, true, true, false])
  })
})
