import { changed, definePart, on, withRow } from '../core/part.ts'
import type { SeatKind } from '../core/roles.ts'
import type { Participation, SeatedOrganization } from './organizations.ts'
import {
  organizationCreated,
  organizationRenamed,
  participationAdded,
  participationEnded,
  seatFilled,
  seatVacated,
} from './organizations.events.ts'

/** Every organization with its seats, by id; held by the network's space, whose members are administrators. */
export type OrganizationsPart = Readonly<Record<string, SeatedOrganization>>

/** The part `organizations` of the network's snapshot. */
export const organizationsPart = definePart<OrganizationsPart>({}, [
  on(organizationCreated, (state, { payload }) => {
    const { organizationId: id, kind, name, country, color, municipalityId, spaceId } = payload
    return withRow(state, id, { id, kind, name, country, color, municipalityId, spaceId, seats: {} })
  }),
  on(organizationRenamed, (state, { payload }) =>
    changed(state, payload.organizationId, (organization) => ({ ...organization, name: payload.name })),
  ),
  on(seatFilled, (state, { payload }) =>
    changed(state, payload.organizationId, (organization) =>
      reseat(organization, payload.seat, (people) =>
        [...people.filter((id) => id !== payload.personId), payload.personId].toSorted(),
      ),
    ),
  ),
  on(seatVacated, (state, { payload }) =>
    changed(state, payload.organizationId, (organization) =>
      reseat(organization, payload.seat, (people) => people.filter((id) => id !== payload.personId)),
    ),
  ),
])

function reseat(
  organization: SeatedOrganization,
  seat: SeatKind,
  change: (people: readonly string[]) => readonly string[],
): SeatedOrganization {
  return { ...organization, seats: { ...organization.seats, [seat]: change(organization.seats[seat] ?? []) } }
}

/** The participations of a project, ended ones too, by id; held by its coordination space. */
export type ParticipationsPart = Readonly<Record<string, Participation>>

/** The part `participations` of a coordination space's snapshot. */
export const participationsPart = definePart<ParticipationsPart>({}, [
  on(participationAdded, (state, { payload, at }) => {
    const { participationId: id, organizationId, role } = payload
    return withRow(state, id, { id, organizationId, role, since: at, endedAt: null })
  }),
  on(participationEnded, (state, { payload, at }) =>
    changed(state, payload.participationId, (participation) => ({ ...participation, endedAt: at })),
  ),
])
