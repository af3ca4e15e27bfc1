import { describe, expect, it } from 'vitest'
import type { Actor } from '../core/decide.ts'
import type { Role } from '../core/roles.ts'
import type { Envelope } from '../events/envelope.ts'
import { rolloutChangePhase, rolloutCreate } from './rollouts.decide.ts'
import { rolloutHealthChanged, rolloutPhaseChanged } from './rollouts.events.ts'
import { rolloutPart } from './rollouts.fold.ts'
import { can } from './rollouts.policy.ts'
import { worstHealth } from './rollouts.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const holding = (role: Role | undefined): Actor => ({ personId: id(1), role })
const as = (role: Role | undefined) => ({ actor: holding(role), now: '', ids: () => id(99) })
const input = {
  spaceId: id(2),
  rolloutId: id(3),
  rolloutSpaceId: id(4),
  projectId: id(5),
  municipalityId: id(6),
  organizationId: id(7),
  systemId: id(8),
  partnerOrganizationIds: [id(10), id(9), id(10)],
  startsOn: '2026-01-01',
}
const state = {
  projectId: id(5),
  idTaken: false,
  municipality: { name: 'Inđija' },
  system: { name: 'Communal problem reporting' },
  takesPart: true,
  partnerIds: [id(9), id(10)],
  exists: false,
}
const create = (change: object = {}, role: Role = 'coordinator') =>
  rolloutCreate.decide({ ...state, ...change }, input, as(role))

describe('rollout.create', () => {
  it('names the rollout by system and municipality, in its own space', () => {
    expect(create()).toMatchObject([
      {
        type: 'rollout.created',
        spaceId: id(4),
        payload: {
          title: 'Communal problem reporting · Inđija',
          phase: 'prepare',
          partnerOrganizationIds: [id(9), id(10)],
        },
      },
    ])
  })

  it('refuses others than the coordinator, foreign projects, and what takes no part', () => {
    for (const role of ['editor', 'reader', 'administrator'] as const)
      expect(() => create({}, role)).toThrow(/notFound/)
    expect(() => create({ projectId: id(50) })).toThrow(/notFound/)
    expect(() => create({ municipality: undefined })).toThrow(/notFound/)
    expect(() => create({ takesPart: false })).toThrow(/municipalityTakesNoPart/)
    expect(() => create({ partnerIds: [id(9)] })).toThrow(/notAPartner/)
    expect(() => create({ exists: true })).toThrow(/rolloutExists/)
    expect(can.create(holding(undefined))).toBe(false)
  })
})

describe('rollout.changePhase', () => {
  const change = (phase: 'prepare' | 'pilot', role: Role | undefined) =>
    rolloutChangePhase.decide({ rollout: { phase: 'prepare' } }, { spaceId: id(4), rolloutId: id(3), phase }, as(role))

  it('is for the coordinator and accompanying partners', () => {
    expect(change('pilot', 'editor')).toHaveLength(1)
    expect(change('prepare', 'coordinator')).toEqual([])
    for (const role of ['reporter', 'approver', 'reader', undefined] as const)
      expect(() => change('pilot', role)).toThrow(/notFound/)
  })
})

describe('the fold of a rollout', () => {
  it('follows phase and health', () => {
    const rolloutId = id(3)
    const events = [
      ...create(),
      rolloutPhaseChanged.of({ rolloutId, phase: 'pilot' }),
      rolloutHealthChanged.of({ rolloutId, health: 'atRisk', progress: 40, at: '2026-11-23T08:00:00.000Z' }),
    ]
    const folded = events.reduce(
      (part, event) => rolloutPart.fold(part, event as unknown as Envelope),
      rolloutPart.empty,
    )
    expect(folded).toMatchObject({
      id: rolloutId,
      phase: 'pilot',
      phaseChanges: [{ phase: 'pilot' }],
      health: 'atRisk',
      progress: 40,
      healthAt: '2026-11-23T08:00:00.000Z',
    })
    expect(rolloutPart.fold(null, events[1] as unknown as Envelope)).toBeNull()
  })

  it('shows the worst of several', () => {
    expect(worstHealth([null, 'onTrack', 'offTrack'])).toBe('offTrack')
    expect(worstHealth([null])).toBeNull()
  })
})
