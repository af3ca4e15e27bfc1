import { definePart, on } from '../core/part.ts'
import type { Role, SpaceKind } from '../core/roles.ts'
import { memberJoined, memberLeft, spaceOpened } from './spaces.events.ts'

/** A grant of a role in the space. */
export type Membership = { readonly personId: string; readonly role: Role; readonly via: string }

/** The space itself and its members, ordered by (person, role, via). */
export type SpacePart = {
  readonly kind: SpaceKind | null
  readonly projectId: string | null
  readonly title: string
  readonly members: readonly Membership[]
}

const keyOf = (member: Membership): string => `${member.personId} ${member.role} ${member.via}`

/** The order of members in snapshot and fold alike. */
export const byMembershipKey = (a: Membership, b: Membership): number => (keyOf(a) < keyOf(b) ? -1 : 1)

/** The part `space` of every snapshot. */
export const spacePart = definePart<SpacePart>({ kind: null, projectId: null, title: '', members: [] }, [
  on(spaceOpened, (state, { payload }) => ({
    ...state,
    kind: payload.kind,
    projectId: payload.projectId,
    title: payload.title,
  })),
  on(memberJoined, (state, { payload }) => ({
    ...state,
    members: [...state.members.filter((member) => keyOf(member) !== keyOf(payload)), payload].toSorted(byMembershipKey),
  })),
  on(memberLeft, (state, { payload }) => ({
    ...state,
    members: state.members.filter((member) => keyOf(member) !== keyOf(payload)),
  })),
])
