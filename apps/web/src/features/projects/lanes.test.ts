import { describe, expect, it } from 'vitest'
import { monthsWithin, placeInLanes, shareBefore } from './lanes.ts'

const span = { startsOn: '2026-01-01', endsOn: '2026-04-11' }

describe('the time line of stages', () => {
  it('puts overlapping periods into different lanes, and uses a lane again as soon as it is free', () => {
    const placed = placeInLanes(span, [
      { startsOn: '2026-01-01', endsOn: '2026-02-20' },
      { startsOn: '2026-02-01', endsOn: '2026-03-01' },
      { startsOn: '2026-02-20', endsOn: '2026-04-11' },
    ])
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 0])
    expect(placed[0]).toMatchObject({ start: 0, length: 0.5 })
  })

  it('knows where a day lies, and when it lies outside', () => {
    expect(shareBefore(span, '2026-02-20')).toBe(0.5)
    expect(shareBefore(span, '2025-12-31')).toBeUndefined()
    expect(shareBefore(span, '2026-04-12')).toBeUndefined()
  })

  it('lists the months across a new year', () => {
    expect(monthsWithin({ startsOn: '2026-11-15', endsOn: '2027-02-01' })).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ])
  })
})
