import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { type OrganizationKind, organizationKinds, type SeatKind, seatKinds } from '../core/roles.ts'
import { lineOfText } from '../core/text.ts'

/** What an organization is in a project. */
export const participationRoles = ['lead', 'partner', 'municipality', 'observer'] as const
export type ParticipationRole = (typeof participationRoles)[number]

/** What an organization of each kind can be in a project. */
export const rolesOfKind = {
  partner: ['lead', 'partner'],
  municipality: ['municipality'],
  observer: ['observer'],
} as const satisfies Record<OrganizationKind, readonly ParticipationRole[]>

/** The seats that an organization of each kind has. */
export const seatsOfKind = {
  partner: ['focalPoint', 'signatory'],
  municipality: seatKinds,
  observer: ['focalPoint'],
} as const satisfies Record<OrganizationKind, readonly SeatKind[]>

/** Whether an organization of that kind can have that role in a project. */
export const fitsKind = (kind: OrganizationKind, role: ParticipationRole): boolean =>
  (rolesOfKind[kind] as readonly ParticipationRole[]).includes(role)

/** Whether an organization of that kind has such a seat. */
export const seatFitsKind = (kind: OrganizationKind, seat: SeatKind): boolean =>
  (seatsOfKind[kind] as readonly SeatKind[]).includes(seat)

/** An organization as rules see it. */
export type Organization = { readonly id: string; readonly kind: OrganizationKind; readonly name: string }

/** An organization as administrators see it, with who sits in its seats, by person id in order. */
export type SeatedOrganization = Organization & {
  readonly country: string | null
  readonly color: string
  readonly municipalityId: string | null
  readonly spaceId: string | null
  readonly seats: Readonly<Partial<Record<SeatKind, readonly string[]>>>
}

/** An organization's role in a project, as the snapshot of the project's coordination space shows it. */
export type Participation = {
  readonly id: string
  readonly organizationId: string
  readonly role: ParticipationRole
  readonly since: string
  readonly endedAt: string | null
}

const organizationNameSchema = lineOfText(200)
/** ISO 3166-1 alpha-2, in capitals. */
const countrySchema = z.string().regex(/^[A-Z]{2}$/)
/** Six hexadecimal digits, as carets in documents need them. */
export const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/)

/** `spaceId` is the network's, or the coordination space of a project whose coordinator acts. */
export const createOrganizationInput = z.object({
  spaceId: idSchema,
  organizationId: idSchema,
  kind: z.enum(organizationKinds),
  name: organizationNameSchema,
  country: countrySchema.nullable(),
  color: colorSchema,
  /** For municipalities: which one it is, and the id of the space that its people get. */
  municipality: z.object({ municipalityId: idSchema, spaceId: idSchema }).nullable().default(null),
})
export const renameOrganizationInput = z.object({
  spaceId: idSchema,
  organizationId: idSchema,
  name: organizationNameSchema,
})

const inOrganization = z.object({
  spaceId: idSchema,
  organizationId: idSchema,
  seat: z.enum(seatKinds),
  personId: idSchema,
})
export const fillSeatInput = inOrganization
export const vacateSeatInput = inOrganization

/** `spaceId` is the project's coordination space. */
export const addParticipationInput = z.object({
  spaceId: idSchema,
  participationId: idSchema,
  organizationId: idSchema,
  role: z.enum(participationRoles),
})
export const endParticipationInput = z.object({ spaceId: idSchema, participationId: idSchema })
