import { describe, expect, it } from 'vitest'
import type { Actor, DecideContext } from '../core/decide.ts'
import { DomainError } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import { organizationCreate, organizationRename } from './organizations.decide.ts'
import { organizationsPart, participationsPart } from './organizations.fold.ts'
import { can } from './organizations.policy.ts'
import type { Organization } from './organizations.ts'
import { participationAdd, participationEnd } from './participations.decide.ts'
import { seatFill, seatVacate } from './seats.decide.ts'

const id = (last: number): string => `00000000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`
const [network, coordination, org, person, seatId, place, space, part] = [1, 2, 3, 4, 5, 6, 7, 8].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]
const at = '2026-11-23T08:00:00.000Z'
const as = (role: Actor['role'], system = false): DecideContext => ({
  actor: { personId: person, role, system },
  now: at,
  ids: () => seatId,
})
const town: Organization = { id: org, kind: 'municipality', name: 'Inđija' }
const university: Organization = { id: org, kind: 'partner', name: 'FON' }

const refusal = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    if (error instanceof DomainError) return error.details['reason'] ?? error.code
    throw error
  }
  return undefined
}
const recorded = (draft: EventDraft) => ({
  spaceId: draft.spaceId ?? network,
  seq: 1,
  type: draft.type,
  version: 1,
  actorId: person,
  commandId: person,
  at,
  payload: draft.payload as Record<string, unknown>,
})

describe('organizations', () => {
  const municipality = { municipalityId: place, spaceId: space }
  const input = {
    spaceId: network,
    organizationId: org,
    kind: 'municipality' as const,
    name: 'Inđija',
    country: 'RS',
    color: '#0f766e',
    municipality,
  }
  const free = { organization: undefined, networkSpaceId: network, municipality: 'free' as const }

  it('are entered by administrators and coordinators, in the network', () => {
    for (const role of ['editor', 'reporter', 'approver', 'reader', 'owner', undefined] as const) {
      expect(refusal(() => organizationCreate.decide(free, input, as(role)))).toBe('notFound')
    }
    const [event] = organizationCreate.decide(free, { ...input, spaceId: coordination }, as('coordinator'))
    expect(event?.spaceId).toBe(network)
  })

  it('belong to one municipality, if they are one', () => {
    const decide = (state: object, change: object) => () =>
      organizationCreate.decide({ ...free, ...state }, { ...input, ...change }, as('administrator'))
    expect(refusal(decide({}, { municipality: null }))).toBe('municipalityMissing')
    expect(refusal(decide({}, { kind: 'partner' }))).toBe('municipalityMissing')
    expect(refusal(decide({ municipality: 'none' }, {}))).toBe('notFound')
    expect(refusal(decide({ municipality: 'taken' }, {}))).toBe('municipalityTaken')
    expect(refusal(decide({ organization: town }, {}))).toBe('idTaken')
    expect(decide({ municipality: 'none' }, { kind: 'partner', municipality: null })()).toHaveLength(1)
  })

  it('are renamed by administrators only', () => {
    const rename = { spaceId: network, organizationId: org, name: 'Opština Inđija' }
    expect(refusal(() => organizationRename.decide({ organization: town }, rename, as('coordinator')))).toBe('notFound')
    expect(organizationRename.decide({ organization: town }, rename, as('administrator'))).toHaveLength(1)
    expect(can.rename(as(undefined).actor)).toBe(false)
  })

  it('have the seats of their kind, filled once', () => {
    const fill = { spaceId: network, organizationId: org, seat: 'approver' as const, personId: person }
    const state = { organization: town, person: { disabledAt: null }, seatId, held: false }
    expect(seatFill.decide(state, fill, as('administrator'))[0]?.payload).toMatchObject({ seatId, seat: 'approver' })
    expect(seatFill.decide({ ...state, held: true }, fill, as('administrator'))).toEqual([])
    expect(refusal(() => seatFill.decide({ ...state, organization: university }, fill, as('administrator')))).toBe(
      'seatOfKind',
    )
    expect(refusal(() => seatFill.decide({ ...state, person: { disabledAt: at } }, fill, as('administrator')))).toBe(
      'personDisabled',
    )
    expect(refusal(() => seatFill.decide(state, fill, as('coordinator')))).toBe('notFound')
    expect(refusal(() => seatVacate.decide({ seatId, held: true }, fill, as('coordinator')))).toBe('notFound')
    expect(seatVacate.decide({ seatId, held: true }, fill, as('administrator'))).toHaveLength(1)
    expect(seatVacate.decide({ seatId, held: false }, fill, as('administrator'))).toEqual([])
  })

  it('take part in a role of their kind, once, under one lead', () => {
    const add = { spaceId: coordination, participationId: part, organizationId: org, role: 'lead' as const }
    const state = { organization: university, idTaken: false, alreadyIn: false, hasLead: false }
    expect(participationAdd.decide(state, add, as('coordinator'))).toHaveLength(1)
    expect(participationAdd.decide(state, add, as('administrator', true))).toHaveLength(1)
    expect(refusal(() => participationAdd.decide(state, add, as('editor')))).toBe('notFound')
    expect(refusal(() => participationAdd.decide({ ...state, hasLead: true }, add, as('coordinator')))).toBe(
      'leadTaken',
    )
    expect(refusal(() => participationAdd.decide({ ...state, alreadyIn: true }, add, as('coordinator')))).toBe(
      'alreadyParticipates',
    )
    expect(refusal(() => participationAdd.decide({ ...state, organization: town }, add, as('coordinator')))).toBe(
      'roleOfKind',
    )
    const end = { spaceId: coordination, participationId: part }
    const participation = { organizationId: org, endedAt: null }
    expect(participationEnd.decide({ participation }, end, as('coordinator'))).toHaveLength(1)
    expect(
      participationEnd.decide({ participation: { ...participation, endedAt: at } }, end, as('coordinator')),
    ).toEqual([])
    expect(refusal(() => participationEnd.decide({ participation: undefined }, end, as('coordinator')))).toBe(
      'notFound',
    )
  })

  it('are folded with their seats, in order', () => {
    const drafts = [
      ...organizationCreate.decide(free, input, as('administrator')),
      ...organizationRename.decide(
        { organization: town },
        { spaceId: network, organizationId: org, name: 'Indjija' },
        as('administrator'),
      ),
      ...[id(9), person].flatMap((personId) =>
        seatFill.decide(
          { organization: town, person: { disabledAt: null }, seatId, held: false },
          { spaceId: network, organizationId: org, seat: 'approver', personId },
          as('administrator'),
        ),
      ),
    ]
    const folded = drafts.reduce(
      (state, draft) => organizationsPart.fold(state, recorded(draft)),
      organizationsPart.empty,
    )
    expect(folded[org]).toMatchObject({ name: 'Indjija', spaceId: space, seats: { approver: [person, id(9)] } })
    const added = participationAdd.decide(
      { organization: town, idTaken: false, alreadyIn: false, hasLead: false },
      { spaceId: coordination, participationId: part, organizationId: org, role: 'municipality' },
      as('coordinator'),
    )
    const ended = participationEnd.decide(
      { participation: { organizationId: org, endedAt: null } },
      { spaceId: coordination, participationId: part },
      as('coordinator'),
    )
    const project = [...added, ...ended].reduce(
      (state, draft) => participationsPart.fold(state, recorded(draft)),
      participationsPart.empty,
    )
    expect(project[part]).toEqual({ id: part, organizationId: org, role: 'municipality', since: at, endedAt: at })
  })
})
