import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../core/days.ts'
import { type Role, roles } from '../core/roles.ts'
import { contactsConfirm } from './contacts.decide.ts'
import { contactStanding } from './contacts.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const confirm = (state: Parameters<typeof contactsConfirm.decide>[0], role: Role = 'reporter') =>
  contactsConfirm.decide(
    state,
    { spaceId: id(1), organizationId: id(2) },
    { actor: { personId: id(3), role }, now: '2026-12-01T08:00:00.000Z', ids: () => id(4) },
  )

describe('contacts of a municipality', () => {
  it('are to be confirmed in each quarter, and overdue after two weeks of it', () => {
    expect(contactStanding('2026-10-01', '2026-12-31')).toBe('confirmed')
    expect(contactStanding('2026-09-30', '2026-10-01')).toBe('due')
    expect(contactStanding('2026-09-30', '2026-10-14')).toBe('due')
    expect(contactStanding('2026-09-30', '2026-10-15')).toBe('overdue')
    expect(contactStanding('2026-12-31', '2027-01-01')).toBe('due')
    expect(contactStanding('2026-03-31', '2026-07-01')).toBe('overdue')
  })

  it('stay confirmed for at least a day and for at most 92, whenever that was', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (since) => {
        expect(contactStanding(since, since)).toBe('confirmed')
        expect(contactStanding(since, addDays(since, 92))).not.toBe('confirmed')
        expect(contactStanding(since, addDays(since, 107))).toBe('overdue')
      }),
    )
  })

  it('are confirmed by the municipality’s own people, once a day', () => {
    const state = { organization: { id: id(2), spaceId: id(1) }, confirmedAt: '2026-08-01T08:00:00.000Z' }
    expect(confirm(state)).toMatchObject([
      { type: 'municipality.contactsConfirmed', payload: { organizationId: id(2) } },
    ])
    expect(confirm({ ...state, confirmedAt: '2026-12-01T06:00:00.000Z' })).toEqual([])
    expect(confirm({ ...state, confirmedAt: null })).toHaveLength(1)
    for (const role of roles.filter((each) => each !== 'reporter' && each !== 'approver'))
      expect(() => confirm(state, role), role).toThrow(/notFound/)
    expect(() => confirm({ ...state, organization: { id: id(2), spaceId: id(9) } })).toThrow(/notFound/)
    expect(() => confirm({ ...state, organization: undefined })).toThrow(/notFound/)
  })
})
