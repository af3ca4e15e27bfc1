import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../core/roles.ts'
import type { Envelope } from '../events/envelope.ts'
import { waveChoose } from './waves.decide.ts'
import { afterChoice, wavePart } from './waves.fold.ts'
import { can } from './waves.policy.ts'
import { chooseWaveInput, emptyWave, mostChosen, type Wave } from './waves.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const as = (role: Role | undefined) => ({ actor: { personId: id(1), role }, now: '', ids: () => id(99) })
const choose = (wave: Wave, given: object, role: Role = 'coordinator', isCoordination = true) =>
  waveChoose.decide({ isCoordination, wave }, chooseWaveInput.parse({ spaceId: id(2), ...given }), as(role))
const ids = fc.uniqueArray(fc.nat(12).map(id))
const listed = fc.record({ planIds: ids, municipalityIds: ids, partnerOrganizationIds: ids })

describe('choosing a wave', () => {
  it('folds into what was asked, whatever was chosen before', () => {
    fc.assert(
      fc.property(listed, listed, listed, (before, add, remove) => {
        const wave = afterChoice(emptyWave, { add: before, remove: { ...emptyWave } })
        const folded = choose(wave, { add, remove }).reduce(
          (state, event) => wavePart.fold(state, event as unknown as Envelope),
          wave,
        )
        expect(folded).toEqual(afterChoice(wave, { add, remove }))
        for (const gone of remove.municipalityIds) expect(folded.municipalityIds).not.toContain(gone)
        expect(choose(folded, { add: { ...folded, startsOn: undefined }, remove })).toEqual([])
      }),
    )
  })

  it('keeps the day until another is chosen', () => {
    const wave = { ...emptyWave, startsOn: '2027-01-11' }
    expect(choose(wave, { startsOn: '2027-01-11' })).toEqual([])
    expect(choose(wave, { startsOn: '2027-01-18' })).toMatchObject([{ payload: { startsOn: '2027-01-18' } }])
    expect(afterChoice(wave, { add: emptyWave, remove: emptyWave }).startsOn).toBe('2027-01-11')
  })

  it('is the coordinator’s, in the coordination space', () => {
    for (const role of ['editor', 'reader', 'administrator'] as const)
      expect(() => choose(emptyWave, { startsOn: '2027-01-11' }, role)).toThrow(/notFound/)
    expect(() => choose(emptyWave, { startsOn: '2027-01-11' }, 'coordinator', false)).toThrow(/notFound/)
    expect(can.choose(as(undefined).actor)).toBe(false)
  })

  it('is bounded', () => {
    const full = { ...emptyWave, partnerOrganizationIds: Array.from({ length: 20 }, (_, n) => id(n)) }
    expect(() => choose(full, { add: { partnerOrganizationIds: [id(50)] } })).toThrow(/tooManyChosen/)
    const many = Array.from({ length: 501 }, (_, n) => id(n))
    expect(() => choose(emptyWave, { add: { municipalityIds: many } })).toThrow(/tooManyChosen/)
    expect(full.partnerOrganizationIds).toHaveLength(mostChosen.partnerOrganizationIds)
  })
})
