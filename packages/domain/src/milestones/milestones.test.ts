import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../core/roles.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Envelope } from '../events/envelope.ts'
import {
  milestoneAdd,
  milestoneEdit,
  milestoneReach,
  milestoneRemove,
  milestoneReopen,
  milestoneRestore,
} from './milestones.decide.ts'
import { type MilestonesPart, milestonesPart } from './milestones.fold.ts'
import { can } from './milestones.policy.ts'
import { byDueDay, type Milestone, standingOf } from './milestones.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const key = { spaceId: id(2), milestoneId: id(3) }
const as = (role: Role | undefined) => ({
  actor: { personId: id(1), role },
  now: '2026-12-01T10:00:00.000Z',
  ids: () => id(99),
})
const waiting: Milestone = { id: id(3), name: 'Contract signed', dueOn: '2026-12-10', reachedOn: null, reachedBy: null }
const reached: Milestone = { ...waiting, reachedOn: '2026-11-30', reachedBy: id(1) }
const fold = (drafts: readonly EventDraft[], state: MilestonesPart = { [id(3)]: waiting }) =>
  drafts.reduce((held, draft) => milestonesPart.fold(held, draft as unknown as Envelope), state)
const officer = as('reporter')

describe('milestones', () => {
  it('are added, renamed and moved', () => {
    const added = milestoneAdd.decide(
      { isRollout: true, idTaken: false },
      { ...key, name: 'Contract signed', dueOn: '2026-12-10' },
      officer,
    )
    expect(fold(added, {})).toEqual({ [id(3)]: waiting })
    const edit = (given: object) => milestoneEdit.decide({ milestone: waiting }, { ...key, ...given }, officer)
    expect(fold(edit({ name: 'Signed' }))[id(3)]).toEqual({ ...waiting, name: 'Signed' })
    expect(fold(edit({ dueOn: '2027-01-10' }))[id(3)]).toEqual({ ...waiting, dueOn: '2027-01-10' })
    expect(edit({ name: waiting.name, dueOn: waiting.dueOn })).toEqual([])
    expect(fold(milestoneEdit.decide({ milestone: waiting }, { ...key, name: 'Signed' }, officer), {})).toEqual({})
  })

  it('are reached on a day, on another one, and taken back', () => {
    const reach = (milestone: Milestone, reachedOn: string) =>
      milestoneReach.decide({ milestone }, { ...key, reachedOn }, officer)
    expect(fold(reach(waiting, '2026-11-30'))).toEqual({ [id(3)]: reached })
    expect(fold(reach(reached, '2026-11-29'))[id(3)]).toMatchObject({ reachedOn: '2026-11-29' })
    expect(reach(reached, '2026-11-30')).toEqual([])
    expect(fold(milestoneReopen.decide({ milestone: reached }, key, officer), { [id(3)]: reached })).toEqual({
      [id(3)]: waiting,
    })
    expect(milestoneReopen.decide({ milestone: waiting }, key, officer)).toEqual([])
  })

  it('are never reached in the future, wherever on earth that is', () => {
    const reach = (reachedOn: string) => milestoneReach.decide({ milestone: waiting }, { ...key, reachedOn }, officer)
    expect(reach('2026-12-02')).toHaveLength(1)
    expect(() => reach('2026-12-03')).toThrow(/reachedInFuture/)
  })

  it('are removed, and come back as they were', () => {
    expect(fold(milestoneRemove.decide({ milestone: reached }, key, officer))).toEqual({})
    const restored = milestoneRestore.decide({ milestone: reached }, key, officer)
    expect(fold(restored, {})).toEqual({ [id(3)]: reached })
  })

  it('are kept by those who work on the board, in a rollout’s space, and nothing is told of what is absent', () => {
    const keeping = roles.filter((role) => can.keep({ personId: id(1), role }))
    expect(keeping).toEqual(['coordinator', 'editor', 'approver', 'reporter'])
    const add = { ...key, name: 'Contract signed', dueOn: '2026-12-10' }
    for (const context of [as('reader'), as(undefined)]) {
      const state = { milestone: waiting }
      expect(() => milestoneAdd.decide({ isRollout: true, idTaken: false }, add, context)).toThrow(/notFound/)
      expect(() => milestoneEdit.decide(state, key, context)).toThrow(/notFound/)
      expect(() => milestoneReach.decide(state, { ...key, reachedOn: '2026-12-03' }, context)).toThrow(/notFound/)
      expect(() => milestoneReopen.decide(state, key, context)).toThrow(/notFound/)
      expect(() => milestoneRemove.decide(state, key, context)).toThrow(/notFound/)
      expect(() => milestoneRestore.decide(state, key, context)).toThrow(/notFound/)
    }
    expect(() => milestoneAdd.decide({ isRollout: false, idTaken: false }, add, officer)).toThrow(/notFound/)
    expect(() => milestoneAdd.decide({ isRollout: true, idTaken: true }, add, officer)).toThrow(/idTaken/)
    expect(() => milestoneReach.decide({ milestone: undefined }, { ...key, reachedOn: '2026-12-01' }, officer)).toThrow(
      /notFound/,
    )
  })
})

describe('how a milestone stands', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))

  it('is late from the day after its day on, and what was reached is never waited for', () => {
    expect(standingOf(waiting, '2026-12-10')).toBe('ahead')
    expect(standingOf(waiting, '2026-12-11')).toBe('late')
    expect(standingOf(reached, '2027-12-11')).toBe('reached')
    expect(standingOf({ ...reached, reachedOn: '2026-12-10' }, '2026-12-11')).toBe('reached')
    expect(standingOf({ ...reached, reachedOn: '2026-12-11' }, '2026-12-11')).toBe('reachedLate')
    fc.assert(
      fc.property(day, day, day, (dueOn, reachedOn, today) => {
        expect(standingOf({ dueOn, reachedOn }, today)).toMatch(/^reached/)
      }),
    )
  })

  it('is told in the order of days', () => {
    fc.assert(
      fc.property(fc.array(day), (days) => {
        const sorted = days.map((dueOn, n) => ({ ...waiting, id: id(n), dueOn })).toSorted(byDueDay)
        expect(sorted.map(({ dueOn }) => dueOn)).toEqual(days.toSorted())
      }),
    )
  })
})
