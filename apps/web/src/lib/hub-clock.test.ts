import { afterEach, describe, expect, it, vi } from 'vitest'
import { heardFrom, hubNow, onClockCorrected } from './hub-clock.ts'

const truth = '2027-03-28T00:59:00.000Z'
const day = 86_400_000
const answered = (at: string): void =>
  void heardFrom(new Response(null, { headers: { date: new Date(at).toUTCString() } }))

describe('the clock of the hub', () => {
  afterEach(() => {
    // A clock that is right again is believed again.
    vi.useRealTimers()
    answered(new Date().toISOString())
  })

  it.each([2 * day, -2 * day])('is right on a computer whose clock is wrong by %i ms', (wrong) => {
    vi.useFakeTimers({ now: Date.parse(truth) + wrong })
    const corrected = vi.fn<() => void>()
    const stop = onClockCorrected(corrected)
    answered(truth)
    expect(hubNow()).toBe(truth)
    vi.advanceTimersByTime(5_000)
    answered('2027-03-28T00:59:04.000Z')
    expect(hubNow()).toBe('2027-03-28T00:59:05.000Z')
    expect(corrected).toHaveBeenCalledOnce()
    vi.setSystemTime(Date.parse(truth) + 10_000)
    answered('2027-03-28T00:59:10.000Z')
    expect(hubNow()).toBe('2027-03-28T00:59:10.000Z')
    expect(corrected).toHaveBeenCalledTimes(2)
    stop()
  })

  it('is the computer’s own where that is right, and where nobody tells', () => {
    vi.useFakeTimers({ now: Date.parse(truth) })
    answered('2027-03-28T00:58:20.000Z')
    heardFrom(new Response(null))
    expect(hubNow()).toBe(truth)
  })
})
