import { describe, expect, it } from 'vitest'
import { addDays } from '../core/days.ts'
import { peopleToRemind, remindedOn, type Seated } from './reminders.ts'

describe('reminders of a report', () => {
  it('are for the approver while the report lies before them', () => {
    const day = { dueOn: '2025-11-10', day: '2025-11-09' }
    const seated = [
      { seat: 'focalPoint' as const, personId: 'writer' },
      { seat: 'approver' as const, personId: 'approver' },
    ]
    expect(peopleToRemind(seated, { ...day, awaitsApproval: true })).toEqual(['approver'])
    expect(peopleToRemind(seated, day)).toEqual(['writer'])
    expect(peopleToRemind(seated.slice(0, 1), { ...day, awaitsApproval: true })).toEqual(['writer'])
  })

  it('come a week and a day before its last day, and a day and a week after it', () => {
    const dueOn = '2026-10-10'
    const days = Array.from({ length: 30 }, (_, index) => addDays('2026-09-26', index))
    expect(days.filter((day) => remindedOn(day).includes(dueOn))).toEqual([
      '2026-10-03',
      '2026-10-09',
      '2026-10-11',
      '2026-10-17',
    ])
  })

  const [focal, officer, approver, signatory]: Seated[] = [
    { seat: 'focalPoint', personId: 'focal' },
    { seat: 'itOfficer', personId: 'officer' },
    { seat: 'approver', personId: 'approver' },
    { seat: 'signatory', personId: 'signatory' },
  ] as const
  const before = { dueOn: '2026-10-10', day: '2026-10-03' }
  const weekLate = { dueOn: '2026-10-10', day: '2026-10-17' }

  it('go to who writes it: the focal point, where that seat is empty the next one', () => {
    expect(peopleToRemind([officer, focal, approver, signatory], before)).toEqual(['focal'])
    expect(peopleToRemind([approver, officer], before)).toEqual(['officer'])
    expect(peopleToRemind([approver, signatory], before)).toEqual(['approver'])
    expect(peopleToRemind([signatory], before)).toEqual([])
  })

  it('go a week late to those who answer for it as well, and to nobody twice', () => {
    expect(peopleToRemind([focal, officer, approver], weekLate)).toEqual(['focal', 'approver'])
    expect(peopleToRemind([focal, { seat: 'approver', personId: 'focal' }], weekLate)).toEqual(['focal'])
  })
})
