import { describe, expect, it } from 'vitest'
import { healthHistoryOf } from './health-history.ts'
import type { Report } from './reports.ts'

const report = (month: string, content: object, state: Report['state'] = 'accepted') =>
  ({
    id: month,
    state,
    periodStart: `2026-${month}-01`,
    periodEnd: `2026-${month}-28`,
    submissions: [{ content: { health: 'offTrack', progress: 1 } }, { content }],
  }) as unknown as Report

describe('the history of a rollout’s health', () => {
  it('is what was accepted last of each period, oldest first', () => {
    const reports = [
      report('03', { health: 'atRisk', progress: 40 }),
      report('01', { health: 'onTrack', progress: null }),
      report('02', { health: null, progress: null, nothingToReport: true }),
      report('04', { health: 'onTrack', progress: 50 }, 'submitted'),
    ]
    const history = healthHistoryOf(reports, 12)
    expect(history.map(({ reportId, health, progress }) => [reportId, health, progress])).toEqual([
      ['01', 'onTrack', null],
      ['03', 'atRisk', 40],
    ])
    expect(healthHistoryOf(reports, 1).map(({ reportId }) => reportId)).toEqual(['03'])
    expect(healthHistoryOf([], 12)).toEqual([])
  })
})
