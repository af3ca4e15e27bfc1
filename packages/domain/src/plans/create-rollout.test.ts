import { describe, expect, it } from 'vitest'
import type { Role } from '../core/roles.ts'
import { planCreateRollout } from './create-rollout.decide.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const input = {
  spaceId: id(1),
  planId: id(2),
  revision: 3,
  rolloutId: id(4),
  rolloutSpaceId: id(5),
  municipalityId: id(6),
  newcomer: { organizationId: id(7), spaceId: id(8), participationId: id(9), color: '#0f766e' },
  partnerOrganizationIds: [id(10)],
  startsOn: '2026-12-01',
}
const plan = {
  id: id(2),
  systemId: id(11),
  revision: 3,
  name: 'Towns',
  tasks: [],
  milestones: [],
  indicators: [],
  cycle: null,
}
const state = {
  project: { id: id(12), commonsSpaceId: id(13) },
  networkSpaceId: id(14),
  plan,
  municipality: { name: 'Ljig', country: 'RS' },
  organization: undefined,
  system: { name: 'GIS' },
  partnerIds: [id(10)],
  idTaken: false,
  exists: false,
}
const create = (change: object = {}, role: Role = 'coordinator') =>
  planCreateRollout.decide({ ...state, ...change }, input, {
    actor: { personId: id(20), role },
    now: '',
    ids: () => id(99),
  })
const typesOf = (change: object) => create(change).map(({ type }) => type)

describe('plan.createRollout', () => {
  it('brings a municipality in as far as it has to', () => {
    expect(create().map(({ type, spaceId }) => [type, spaceId])).toEqual([
      ['organization.created', id(14)],
      ['participation.added', id(1)],
      ['rollout.created', id(5)],
    ])
    const organization = { id: id(30), name: 'Ljig' }
    expect(typesOf({ organization: { ...organization, takesPart: false } })).toEqual([
      'participation.added',
      'rollout.created',
    ])
    const [created] = create({ organization: { ...organization, takesPart: true } })
    expect(created).toMatchObject({
      type: 'rollout.created',
      payload: { title: 'GIS · Ljig', organizationId: id(30), plan: { planId: id(2), revision: 3 } },
    })
  })

  it('refuses others, what is absent, and a plan that was changed after it was seen', () => {
    for (const role of ['editor', 'reader', 'administrator'] as const)
      expect(() => create({}, role)).toThrow(/notFound/)
    for (const absent of ['project', 'plan', 'municipality', 'system'])
      expect(() => create({ [absent]: undefined })).toThrow(/notFound/)
    expect(() => create({ plan: { ...plan, revision: 4 } })).toThrow(/stateChanged/)
    expect(() => create({ exists: true })).toThrow(/rolloutExists/)
    expect(() => create({ partnerIds: [] })).toThrow(/notAPartner/)
  })
})
