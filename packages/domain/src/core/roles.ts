/** The kinds of space; language.md, "space". */
export const spaceKinds = [
  'network',
  'coordination',
  'commons',
  'stage',
  'municipality',
  'rollout',
  'personal',
] as const
export type SpaceKind = (typeof spaceKinds)[number]

/** The role of a person in a space, strongest first; language.md, "member, role". */
export const roles = ['administrator', 'coordinator', 'editor', 'approver', 'reporter', 'reader', 'owner'] as const
export type Role = (typeof roles)[number]

/** Named places in an organization; rights follow the seat. */
export const seatKinds = ['focalPoint', 'itOfficer', 'approver', 'signatory'] as const
export type SeatKind = (typeof seatKinds)[number]

/** To whom work on a rollout falls by their place, whoever holds it: a seat of the municipality, the partners that accompany it, the coordinator. */
export const offices = [...seatKinds, 'partner', 'coordinator'] as const
export type Office = (typeof offices)[number]

/** What an organization is in the network. */
export const organizationKinds = ['partner', 'municipality', 'observer'] as const
export type OrganizationKind = (typeof organizationKinds)[number]

/** The strongest of several roles of one person in one space, or undefined where there is none. */
export function strongest(held: readonly Role[]): Role | undefined {
  return roles.find((role) => held.includes(role))
}
