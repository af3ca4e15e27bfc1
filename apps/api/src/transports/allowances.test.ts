import { describe, expect, it } from 'vitest'
import { allowances } from './allowances.ts'

describe('allowances of many', () => {
  it('[SYN33] are each one’s own, and grow again as time goes by, also where the clock was set back', () => {
    let now = 1_000_000
    const { take } = allowances({ burst: 2, perSecond: 1 }, { clock: () => now })
    const takes = (name: string, times: number) => Array.from({ length: times }, () => take(name))
    expect(takes('one', 3)).toEqual([true, true, false])
    expect(take('other')).toBe(true)
    now += 1_000
    expect(takes('one', 2)).toEqual([true, false])
    now -= 500_000
    expect(take('one')).toBe(false)
    now += 1_000
    expect(take('one')).toBe(true)
  })

  it('[SYN33] are given back where one was taken too early, never more than there were', () => {
    const { take, giveBack } = allowances({ burst: 2, perSecond: 1 }, { clock: () => 0 })
    for (let time = 0; time < 10; time += 1) {
      expect(take('one')).toBe(true)
      giveBack('one')
    }
    giveBack('one')
    giveBack('nobody')
    expect([take('one'), take('one'), take('one')]).toEqual([true, true, false])
  })

  it('[SYN33] forget the quiet at once, and of too many those who were quiet longest', () => {
    let now = 0
    let asked = 0
    const clock = () => now
    const { take } = allowances({ burst: 10, perSecond: 1 }, { clock, most: 100 })
    const first = () => Array.from({ length: 11 }, () => take('first'))
    expect(first().at(-1)).toBe(false)
    const busy = () => {
      asked += 1
      return take('busy')
    }
    for (let name = 0; name < 5_000; name += 1) {
      // Forgotten, it would have ten again.
      if (name % 50 === 0 && busy()) expect(asked).toBeLessThanOrEqual(10)
      take(`name ${name}`)
    }
    expect(asked).toBe(100)
    expect(first().at(-2), 'forgotten, and whole again').toBe(true)
    now = 10_000
    expect(take('name 0')).toBe(true)
    expect(busy()).toBe(true)
  })
})
