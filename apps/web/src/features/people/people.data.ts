import type { SeatKind } from '@kolo/domain/core/roles'
import type { OrganizationsPart } from '@kolo/domain/organizations/organizations.fold'

/** A seat that a person sits in. */
export type HeldSeat = { readonly organizationId: string; readonly organization: string; readonly seat: SeatKind }

/** Who sits where, by person. */
export function seatsByPerson(organizations: OrganizationsPart): ReadonlyMap<string, readonly HeldSeat[]> {
  const held = Object.values(organizations).flatMap(({ id, name, seats }) =>
    (Object.entries(seats) as [SeatKind, readonly string[]][]).flatMap(([seat, people]) =>
      people.map((personId) => ({ personId, organizationId: id, organization: name, seat })),
    ),
  )
  return Map.groupBy(held, (seat) => seat.personId)
}
