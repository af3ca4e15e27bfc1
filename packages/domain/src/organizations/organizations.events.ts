import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { organizationKinds, seatKinds } from '../core/roles.ts'
import { defineEvent } from '../events/define-event.ts'
import { participationRoles } from './organizations.ts'

const onOrganization = z.object({ organizationId: idSchema })

export const organizationCreated = defineEvent('organization.created', {
  version: 1,
  payload: onOrganization.extend({
    kind: z.enum(organizationKinds),
    name: z.string(),
    country: z.string().nullable(),
    color: z.string(),
    municipalityId: idSchema.nullable(),
    spaceId: idSchema.nullable(),
  }),
  audience: 'nobody',
  feed: null,
})

export const organizationRenamed = defineEvent('organization.renamed', {
  version: 1,
  payload: onOrganization.extend({ name: z.string() }),
  audience: 'nobody',
  feed: null,
})

const seated = onOrganization.extend({ seatId: idSchema, seat: z.enum(seatKinds), personId: idSchema })

export const seatFilled = defineEvent('seat.filled', { version: 1, payload: seated, audience: 'subject', feed: null })
export const seatVacated = defineEvent('seat.vacated', { version: 1, payload: seated, audience: 'subject', feed: null })

/** In the coordination space: the organization takes part in the project; memberships follow. */
export const participationAdded = defineEvent('participation.added', {
  version: 1,
  payload: onOrganization.extend({ participationId: idSchema, role: z.enum(participationRoles) }),
  audience: 'members',
  feed: 'participationAdded',
})

export const participationEnded = defineEvent('participation.ended', {
  version: 1,
  payload: onOrganization.extend({ participationId: idSchema }),
  audience: 'members',
  feed: 'participationEnded',
})
