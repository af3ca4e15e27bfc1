import { describe, expect, it } from 'vitest'
import { callLimits } from './call-limits.ts'

describe('limits of calls', () => {
  it('[SYN33] give each caller so many, and more as time goes by', () => {
    let now = 0
    const { count } = callLimits(2, () => now)
    const refused = (caller: string): boolean => {
      try {
        count(caller)
        return false
      } catch (error) {
        expect(error).toMatchObject({ code: 'tooMany', details: { seconds: 1 } })
        return true
      }
    }
    expect(Array.from({ length: 21 }, () => refused('one')).filter(Boolean)).toHaveLength(1)
    expect(refused('other')).toBe(false)
    now = 500
    expect([refused('one'), refused('one')]).toEqual([false, true])
  })

  it('forget callers who have been quiet, and no others', () => {
    let now = 0
    const { count } = callLimits(1, () => now)
    for (let used = 0; used < 10; used += 1) count('busy')
    for (let caller = 0; caller < 5_000; caller += 1) {
      now += 10
      count(`caller ${caller}`)
      if (caller % 110 === 109) count('busy')
    }
    // Forgotten, it would have ten again.
    expect(() => Array.from({ length: 8 }, () => count('busy'))).toThrow('tooMany')
  })
})
