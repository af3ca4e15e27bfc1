import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { healths } from '../rollouts/rollouts.ts'
import { callReasons, type RolloutSigns, urgencyOf } from './call-today.ts'

const quiet: RolloutSigns = {
  overdueSince: null,
  health: 'onTrack',
  healthBefore: 'onTrack',
  blockedReports: 1,
  helpSince: null,
  lastWordOn: '2026-11-30',
  hasWriter: true,
}
const today = '2026-12-01'
const reasons = (signs: Partial<RolloutSigns>) => callReasons({ ...quiet, ...signs }, today)

describe('whom to call today', () => {
  it('nobody where nothing says so', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ health: null, healthBefore: 'onTrack', lastWordOn: '2026-11-11' })).toEqual([])
    expect(reasons({ health: 'onTrack', healthBefore: 'offTrack' })).toEqual([])
  })

  it('says why, with what says so', () => {
    expect(reasons({ helpSince: '2026-11-28' })).toEqual([{ kind: 'helpUnanswered', days: 3 }])
    expect(reasons({ hasWriter: false })).toEqual([{ kind: 'nobodyWrites' }])
    expect(reasons({ health: 'offTrack', healthBefore: 'offTrack' })).toEqual([{ kind: 'offTrack' }])
    expect(reasons({ health: 'atRisk' })).toEqual([{ kind: 'gotWorse' }])
    expect(reasons({ overdueSince: '2026-11-30' })).toEqual([{ kind: 'reportOverdue', days: 1 }])
    expect(reasons({ blockedReports: 2 })).toEqual([{ kind: 'blockedAgain', count: 2 }])
    expect(reasons({ lastWordOn: '2026-11-10' })).toEqual([{ kind: 'silent', days: 21 }])
  })

  it('first where most speaks for it, and more with each week that a report is overdue', () => {
    const urgency = (signs: Partial<RolloutSigns>): number => urgencyOf(reasons(signs))
    expect(urgency({})).toBe(0)
    expect(urgency({ helpSince: '2026-11-28' })).toBeGreaterThan(urgency({ overdueSince: '2026-11-30' }))
    expect(urgency({ overdueSince: '2026-11-20' })).toBeGreaterThan(urgency({ overdueSince: '2026-11-30' }))
    expect(urgency({ overdueSince: '2025-01-01' })).toBe(urgency({ overdueSince: '2026-10-01' }))
  })

  it('never less urgently for one reason more', () => {
    const health = fc.constantFrom(...healths, null)
    fc.assert(
      fc.property(health, health, fc.nat(5), fc.boolean(), (now, before, blockedReports, hasWriter) => {
        const signs = { health: now, healthBefore: before, blockedReports, hasWriter }
        const more = reasons({ ...signs, helpSince: '2026-11-28' })
        expect(urgencyOf(more)).toBeGreaterThan(urgencyOf(reasons(signs)))
        expect(more[0]?.kind).toBe('helpUnanswered')
      }),
    )
  })
})
