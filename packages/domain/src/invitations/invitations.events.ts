import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { seatKinds } from '../core/roles.ts'
import { defineEvent } from '../events/define-event.ts'

const onInvitation = z.object({ invitationId: idSchema })

export const invitationSent = defineEvent('invitation.sent', {
  version: 1,
  payload: onInvitation.extend({
    projectId: idSchema,
    organizationId: idSchema,
    seat: z.enum(seatKinds),
    email: z.string(),
    name: z.string(),
    expiresAt: z.iso.datetime(),
  }),
  audience: 'nobody',
  feed: 'invitationSent',
})

export const invitationRevoked = defineEvent('invitation.revoked', {
  version: 1,
  payload: onInvitation,
  audience: 'nobody',
  feed: 'invitationRevoked',
})

export const invitationAccepted = defineEvent('invitation.accepted', {
  version: 1,
  payload: onInvitation.extend({ personId: idSchema }),
  audience: 'members',
  feed: 'invitationAccepted',
})
