import { describe, expect, it } from 'vitest'
import type { Role } from '../core/roles.ts'
import { can } from './cycles.policy.ts'

const actor = (role: Role | undefined, system = false) => ({ personId: 'somebody', role, system })

describe('who says when reports are due', () => {
  it('is the coordinator, or the hub itself', () => {
    expect(can.set(actor('coordinator'))).toBe(true)
    expect(can.set(actor(undefined, true))).toBe(true)
  })

  it.each(['administrator', 'editor', 'reporter', 'approver', 'reader', undefined] as const)('is not: %s', (role) => {
    expect(can.set(actor(role))).toBe(false)
  })
})
