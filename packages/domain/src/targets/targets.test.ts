import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../core/roles.ts'
import type { Envelope } from '../events/envelope.ts'
import { targetSetting } from './targets.decide.ts'
import { targetsPart } from './targets.fold.ts'
import { can } from './targets.policy.ts'
import { isReached, targetInForce, type Target, type TargetPlan } from './targets.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [spaceId, rolloutId, indicatorId] = [id(2), id(5), id(7)]
const as = (role: Role) => ({ actor: { personId: id(1), role }, now: '', ids: () => id(3) })
const baseline = { figure: 12, on: '2006-11-01', source: 'Register of the town hall' }
const june = { on: '2007-06-30', figure: 40 }
const december = { on: '2007-12-31', figure: 80 }
const set = (plan: Partial<TargetPlan>, state: object = {}, role: Role = 'coordinator') =>
  targetSetting.decide(
    { rolloutId, kind: 'ratio', plan: undefined, ...state },
    { spaceId, rolloutId, indicatorId, plan: { baseline: null, targets: [], ...plan } },
    as(role),
  )

describe('target.set', () => {
  it('keeps targets by day, is held by the fold, and taken back by a plan with nothing in it', () => {
    const [event] = set({ baseline, targets: [december, june] })
    expect(event).toMatchObject({ payload: { plan: { baseline, targets: [june, december] } } })
    const held = targetsPart.fold(targetsPart.empty, event as unknown as Envelope)
    expect(held).toEqual({ [indicatorId]: { baseline, targets: [june, december] } })
    const [back] = set({}, { plan: held[indicatorId] })
    expect(targetsPart.fold(held, back as unknown as Envelope)).toEqual({})
  })

  it('changes nothing where the same stands already', () => {
    const plan = { baseline, targets: [june, december] }
    expect(set({ baseline, targets: [december, june] }, { plan })).toEqual([])
    expect(set({})).toEqual([])
    expect(set({ baseline: { ...baseline, source: '' }, targets: [june, december] }, { plan })).toHaveLength(1)
  })

  it('is for the coordinator and for partners who accompany, of this rollout, for what the catalogue has', () => {
    expect(roles.filter((role) => can.set({ personId: id(1), role }))).toEqual(['coordinator', 'editor'])
    for (const role of ['reporter', 'approver', 'reader'] as const)
      expect(() => set({ targets: [june] }, {}, role)).toThrow(/notFound/)
    expect(() => set({ targets: [june] }, { rolloutId: id(6) })).toThrow(/notFound/)
    expect(() => set({ targets: [june] }, { kind: undefined })).toThrow(/notFound/)
  })

  it('refuses two targets for a day, and figures that the kind can’t have', () => {
    expect(() => set({ targets: [june, { ...june, figure: 41 }] })).toThrow(/targetTwice/)
    expect(() => set({ targets: [{ ...june, figure: 101 }] })).toThrow(/targetOutOfRange/)
    expect(() => set({ baseline: { ...baseline, figure: -1 } }, { kind: 'count' })).toThrow(/targetOutOfRange/)
    expect(set({ targets: [{ ...june, figure: 101 }] }, { kind: 'count' })).toHaveLength(1)
    expect(set({ targets: [{ ...june, figure: -3 }] }, { kind: 'weighted' })).toHaveLength(1)
  })
})

describe('the target in force', () => {
  const day = fc.date({ min: new Date('2006-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
  const targets = fc.uniqueArray(
    fc.tuple(day, fc.integer()).map(([on, figure]): Target => ({ on: on.toISOString().slice(0, 10), figure })),
    { selector: ({ on }) => on, maxLength: 8 },
  )
  const periodEnd = day.map((date) => date.toISOString().slice(0, 10))

  it('is the next one that is due, else the last; never a figure that nobody set', () => {
    expect(targetInForce([december, june], '2007-05-31')).toEqual(june)
    expect(targetInForce([december, june], '2007-06-30')).toEqual(june)
    expect(targetInForce([june, december], '2007-07-01')).toEqual(december)
    expect(targetInForce([june, december], '2008-01-31')).toEqual(december)
    expect(targetInForce([], '2008-01-31')).toBeNull()
    fc.assert(
      fc.property(targets, periodEnd, (all, end) => {
        const found = targetInForce(all, end)
        if (all.length === 0) {
          expect(found).toBeNull()
          return
        }
        expect(all).toContainEqual(found)
        const due = all.filter(({ on }) => on >= end)
        if (due.length > 0) expect(due.every(({ on }) => found!.on <= on) && found!.on >= end).toBe(true)
        else expect(all.every(({ on }) => on <= found!.on)).toBe(true)
      }),
    )
  })

  it('is reached from the side that is better', () => {
    expect(isReached('up', 40, june)).toBe(true)
    expect(isReached('up', 39.9, june)).toBe(false)
    expect(isReached('down', 41, june)).toBe(false)
    expect(isReached('down', 40, june)).toBe(true)
    expect(isReached('none', 40, june)).toBeNull()
  })
})
