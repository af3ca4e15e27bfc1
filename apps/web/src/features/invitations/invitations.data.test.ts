import { expect, it } from 'vitest'
import { standingOf } from './invitations.data.ts'

it('tells how an invitation stands', () => {
  const open = { acceptedAt: null, revokedAt: null, expiresAt: '2026-12-07T08:00:00.000Z' }
  expect(standingOf(open, '2026-12-07T07:59:59.999Z')).toBe('pending')
  expect(standingOf(open, '2026-12-07T08:00:00.000Z')).toBe('expired')
  expect(standingOf({ ...open, revokedAt: '2026-11-24T08:00:00.000Z' }, '2026-12-08T08:00:00.000Z')).toBe('revoked')
  expect(standingOf({ ...open, acceptedAt: '2026-11-24T08:00:00.000Z' }, '2026-12-08T08:00:00.000Z')).toBe('accepted')
})
