import { describe, expect, it } from 'vitest'
import type { Role } from '../core/roles.ts'
import { can as indicatorsCan } from '../indicators/indicators.policy.ts'
import { can } from './reports.policy.ts'

const as = (role: Role | undefined) => ({ personId: '0198c0de-0000-7000-8000-000000000001', role })

describe('who may do what with reports', () => {
  it('parts writing from reviewing: no role does both', () => {
    const roles: Role[] = ['administrator', 'coordinator', 'editor', 'approver', 'reporter', 'reader', 'owner']
    expect(roles.filter((role) => can.draft(as(role)))).toEqual(['approver', 'reporter'])
    expect(roles.filter((role) => can.submit(as(role)))).toEqual(['approver', 'reporter'])
    expect(roles.filter((role) => can.review(as(role)))).toEqual(['coordinator'])
    expect(can.open(as(undefined))).toBe(false)
  })

  it('gives nobody outside anything of indicators', () => {
    for (const rule of Object.values(indicatorsCan)) expect(rule(as(undefined))).toBe(false)
  })
})
