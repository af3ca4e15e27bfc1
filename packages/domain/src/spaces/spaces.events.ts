import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { roles, spaceKinds } from '../core/roles.ts'
import { defineEvent } from '../events/define-event.ts'

/** A space exists; always the first event of its log. */
export const spaceOpened = defineEvent('space.opened', {
  version: 1,
  payload: z.object({ kind: z.enum(spaceKinds), projectId: idSchema.nullable(), title: z.string() }),
  audience: 'nobody',
  feed: null,
})

const membership = z.object({ personId: idSchema, role: z.enum(roles), via: z.string() })

/** A person may see and do here what the role grants; `via` names the seat or participation it follows from. */
export const memberJoined = defineEvent('member.joined', {
  version: 1,
  payload: membership,
  audience: 'subject',
  feed: 'memberJoined',
})

/** The grant named by `via` has ended; others of the same person may go on. */
export const memberLeft = defineEvent('member.left', {
  version: 1,
  payload: membership,
  audience: 'subject',
  feed: 'memberLeft',
})
