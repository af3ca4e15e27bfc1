import { describe, expect, it } from 'vitest'
import type { Envelope } from '../events/envelope.ts'
import { memberJoined, memberLeft, spaceOpened } from './spaces.events.ts'
import { byMembershipKey, spacePart, type SpacePart } from './spaces.fold.ts'

const spaceId = '019af000-0000-7000-8000-000000000001'
const [ana, bojan] = ['019af000-0000-7000-8000-00000000000a', '019af000-0000-7000-8000-00000000000b']

const fold = (state: SpacePart, draft: { type: string; version: number; payload: unknown }): SpacePart => {
  const event: Envelope = {
    spaceId,
    seq: 1,
    type: draft.type,
    version: draft.version,
    actorId: ana,
    commandId: spaceId,
    at: '2026-11-23T08:00:00.000Z',
    payload: draft.payload as Record<string, unknown>,
  }
  return spacePart.fold(state, event)
}
const opened = fold(spacePart.empty, spaceOpened.of({ kind: 'stage', projectId: null, title: 'Drafting' }))
const seat = { personId: bojan, role: 'editor', via: 'seat:1' } as const
const coordinator = { personId: ana, role: 'coordinator', via: 'coordinator:1' } as const

describe('a space', () => {
  it('is opened with its kind and title, without members', () => {
    expect(opened).toEqual({ kind: 'stage', projectId: null, title: 'Drafting', members: [] })
  })

  it('lists members in one order, however they came', () => {
    const one = [seat, coordinator].reduce((state, member) => fold(state, memberJoined.of(member)), opened)
    const other = [coordinator, seat].reduce((state, member) => fold(state, memberJoined.of(member)), opened)
    expect(one).toEqual(other)
    expect(one.members).toEqual([coordinator, seat].toSorted(byMembershipKey))
  })

  it('counts a grant once, and keeps a person whose other grant goes on', () => {
    const second = { ...seat, via: 'participation:2' }
    const both = [seat, seat, second].reduce((state, member) => fold(state, memberJoined.of(member)), opened)
    expect(both.members).toHaveLength(2)
    const left = fold(both, memberLeft.of(seat))
    expect(left.members).toEqual([second])
    expect(fold(left, memberLeft.of(second)).members).toEqual([])
  })

  it('is not changed by a leave that was never a join', () => {
    expect(fold(opened, memberLeft.of(seat)).members).toEqual([])
  })
})
