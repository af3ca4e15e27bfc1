import { describe, expect, it } from 'vitest'
import type { Actor } from '../core/decide.ts'
import type { Envelope } from '../events/envelope.ts'
import { knownSystems } from './known-systems.ts'
import { systemImport } from './systems.decide.ts'
import { systemsPart } from './systems.fold.ts'
import { can } from './systems.policy.ts'
import { importSystemsInput } from './systems.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const administrator: Actor = { personId: id(1), role: 'administrator' }
const gis = { key: 'gis', name: 'GIS', about: '' }
const run = (rows: (typeof gis)[], known: (typeof gis & { id: string })[] = [], actor = administrator) =>
  systemImport.decide({ known }, { spaceId: id(2), rows }, { actor, now: '', ids: () => id(3) })

describe('system.import', () => {
  it('adds what is new, mends what differs, and leaves the rest alone', () => {
    expect(run([gis])).toMatchObject([{ type: 'system.added', payload: { systemId: id(3), key: 'gis' } }])
    expect(run([gis], [{ ...gis, id: id(4), name: 'Maps' }])).toMatchObject([
      { type: 'system.described', payload: { systemId: id(4), name: 'GIS' } },
    ])
    expect(run([gis], [{ ...gis, id: id(4) }])).toEqual([])
  })

  it('is for administrators, and takes no key twice', () => {
    expect(() => run([gis], [], { personId: id(1), role: 'coordinator' })).toThrow(/notFound/)
    expect(() => run([gis, gis])).toThrow(/twiceInFile/)
    expect(can.import(administrator)).toBe(true)
  })

  it('takes the known catalogue as it is', () => {
    expect(importSystemsInput.safeParse({ spaceId: id(2), rows: knownSystems }).success).toBe(true)
    expect(knownSystems).toHaveLength(16)
  })

  it('is held by the fold, by id', () => {
    const state = run([gis]).reduce(
      (part, event) => systemsPart.fold(part, event as unknown as Envelope),
      systemsPart.empty,
    )
    expect(state).toEqual({ [id(3)]: { id: id(3), ...gis } })
  })
})
