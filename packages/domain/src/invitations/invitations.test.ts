import { describe, expect, it } from 'vitest'
import type { Actor, DecideContext } from '../core/decide.ts'
import { DomainError } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Organization } from '../organizations/organizations.ts'
import { can as canOfSessions } from '../sessions/sessions.policy.ts'
import { invitationAccept, invitationRevoke, invitationSend, isOpen } from './invitations.decide.ts'
import { invitationsPart } from './invitations.fold.ts'
import { can } from './invitations.policy.ts'
import type { Invitation } from './invitations.ts'

const id = (last: number): string => `00000000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`
const [network, coordination, commons, org, person, guest, project, invitationId] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  id,
) as [string, string, string, string, string, string, string, string]
const at = '2026-11-23T08:00:00.000Z'
const as = (role: Actor['role'], personId = person): DecideContext => ({
  actor: { personId, role },
  now: at,
  ids: () => id(99),
})
const university: Organization = { id: org, kind: 'partner', name: 'FON' }
const input = {
  spaceId: coordination,
  invitationId,
  projectId: project,
  organizationId: org,
  seat: 'focalPoint' as const,
  email: 'guest@example.org',
  name: 'Guest',
  rendition: 'en' as const,
  participationId: id(10),
}
const state = {
  project: { coordinationSpaceId: coordination },
  organization: university,
  participates: false,
  elsewhere: false,
  idTaken: false,
  alreadyInvited: false,
}

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
  spaceId: coordination,
  seq: 1,
  type: draft.type,
  version: 1,
  actorId: person,
  commandId: person,
  at,
  payload: draft.payload as Record<string, unknown>,
})
const open: Invitation = {
  id: invitationId,
  projectId: project,
  organizationId: org,
  seat: 'focalPoint',
  email: 'guest@example.org',
  name: 'Guest',
  sentBy: person,
  sentAt: at,
  expiresAt: '2026-12-07T08:00:00.000Z',
  acceptedAt: null,
  personId: null,
  revokedAt: null,
}

describe('sending invitations', () => {
  it('is for the coordinator in the coordination space of that project, and for administrators', () => {
    const from = { spaceId: coordination, coordinationSpaceId: coordination }
    expect(can.send(as('coordinator').actor, from)).toBe(true)
    // A coordinator elsewhere, or in another space of the same project, has no say.
    expect(can.send(as('coordinator').actor, { ...from, spaceId: commons })).toBe(false)
    expect(can.send(as('administrator').actor, { ...from, spaceId: network })).toBe(true)
    for (const role of ['editor', 'reporter', 'approver', 'reader', 'owner', undefined] as const) {
      expect(refusal(() => invitationSend.decide(state, input, as(role)))).toBe('notFound')
      expect(can.revoke(as(role).actor)).toBe(false)
    }
  })

  it('brings the organization into the project and lasts fourteen days', () => {
    const drafts = invitationSend.decide(state, { ...input, spaceId: network }, as('administrator'))
    expect(drafts.map(({ type, spaceId }) => [type, spaceId])).toEqual([
      ['participation.added', coordination],
      ['invitation.sent', network],
    ])
    expect(drafts[1]?.payload).toMatchObject({ expiresAt: open.expiresAt })
    expect(invitationSend.decide({ ...state, participates: true }, input, as('coordinator'))).toHaveLength(1)
  })

  it('is the administrator’s where the organization has to do with somebody else’s project', () => {
    const elsewhere = { ...state, elsewhere: true }
    expect(refusal(() => invitationSend.decide(elsewhere, input, as('coordinator')))).toBe('organizationElsewhere')
    expect(invitationSend.decide(elsewhere, { ...input, spaceId: network }, as('administrator'))).toHaveLength(2)
  })

  it('refuses seats that the organization lacks, and a second open invitation', () => {
    expect(refusal(() => invitationSend.decide(state, { ...input, seat: 'approver' }, as('coordinator')))).toBe(
      'seatOfKind',
    )
    expect(refusal(() => invitationSend.decide({ ...state, alreadyInvited: true }, input, as('coordinator')))).toBe(
      'alreadyInvited',
    )
    expect(refusal(() => invitationSend.decide({ ...state, organization: undefined }, input, as('coordinator')))).toBe(
      'notFound',
    )
  })
})

describe('accepting invitations', () => {
  const secret = {
    secretHash: '',
    passwordHash: 'hash',
    name: 'Guest',
    rendition: 'en' as const,
    personalSpaceId: id(20),
  }
  const accept = { spaceId: coordination, invitationId, personId: guest, ...secret }
  const arrived = {
    invitation: open,
    participates: true,
    networkSpaceId: network,
    account: undefined,
    seatId: id(21),
    held: false,
  }

  it('makes the account, then fills the seat', () => {
    const drafts = invitationAccept.decide(arrived, accept, as(undefined, guest))
    expect(drafts.map(({ type }) => type)).toEqual([
      'person.added',
      'preferences.chosen',
      'invitation.accepted',
      'seat.filled',
    ])
  })

  it('answers used, expired, revoked, foreign and ended ones alike', () => {
    const decide = (change: object) =>
      refusal(() => invitationAccept.decide({ ...arrived, ...change }, accept, as(undefined, guest)))
    expect(decide({ invitation: { ...open, acceptedAt: at } })).toBe('notFound')
    expect(decide({ invitation: { ...open, expiresAt: at } })).toBe('notFound')
    expect(decide({ invitation: { ...open, revokedAt: at } })).toBe('notFound')
    expect(decide({ invitation: undefined })).toBe('notFound')
    expect(decide({ participates: false })).toBe('notFound')
    expect(decide({ account: { id: guest, disabledAt: at } })).toBe('notFound')
    expect(isOpen(open, at)).toBe(true)
  })

  it('lets nobody in but the person with the invited address', () => {
    const account = { id: guest, disabledAt: null }
    const by = (personId: string, given = accept) =>
      refusal(() => invitationAccept.decide({ ...arrived, account }, given, as(undefined, personId)))
    expect(by(person, { ...accept, personId: person })).toBe('signInFirst')
    expect(by(person)).toBe('signInFirst')
    expect(by(guest)).toBeUndefined()
    expect(
      refusal(() => invitationAccept.decide(arrived, { ...accept, passwordHash: null }, as(undefined, guest))),
    ).toBe('signInFirst')
  })

  it('can be taken back until then', () => {
    const revoke = { spaceId: coordination, invitationId }
    expect(invitationRevoke.decide({ invitation: open }, revoke, as('coordinator'))).toHaveLength(1)
    expect(invitationRevoke.decide({ invitation: { ...open, revokedAt: at } }, revoke, as('coordinator'))).toEqual([])
    expect(
      refusal(() => invitationRevoke.decide({ invitation: { ...open, acceptedAt: at } }, revoke, as('coordinator'))),
    ).toBe('invitationAccepted')
    expect(refusal(() => invitationRevoke.decide({ invitation: open }, revoke, as('editor')))).toBe('notFound')
  })

  it('shows in the snapshot of the space it was sent from', () => {
    const sent = invitationSend.decide({ ...state, participates: true }, input, as('coordinator'))
    const accepted = invitationAccept
      .decide(arrived, accept, as(undefined, guest))
      .filter(({ type }) => type === 'invitation.accepted')
    const folded = [...sent, ...accepted].reduce(
      (part, draft) => invitationsPart.fold(part, recorded(draft)),
      invitationsPart.empty,
    )
    expect(folded[invitationId]).toEqual({ ...open, acceptedAt: at, personId: guest })
    const [revoked] = invitationRevoke.decide(
      { invitation: open },
      { spaceId: coordination, invitationId },
      as('coordinator'),
    )
    expect(invitationsPart.fold(folded, recorded(revoked!))[invitationId]?.revokedAt).toBe(at)
  })
})

describe('setting a password without the old one', () => {
  it('is for those who just came by link', () => {
    const may = (by: 'password' | 'link', now: string) => canOfSessions.setPasswordUnknowing({ by, createdAt: at }, now)
    expect(may('link', '2026-11-23T08:14:59.000Z')).toBe(true)
    expect(may('link', '2026-11-23T08:15:00.000Z')).toBe(false)
    expect(may('password', at)).toBe(false)
  })
})
