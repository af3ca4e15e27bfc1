import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'
import { defineEvent } from '../events/define-event.ts'
import { aboutSchema } from './projects.ts'

const described = z.object({
  name: z.string(),
  shortName: z.string(),
  startsOn: daySchema,
  endsOn: daySchema,
  about: aboutSchema,
})

/** In the commons of the new project. */
export const projectCreated = defineEvent('project.created', {
  version: 1,
  payload: described.extend({
    projectId: idSchema,
    slug: z.string(),
    originalStartsOn: daySchema.nullable(),
    originalEndsOn: daySchema.nullable(),
  }),
  audience: 'members',
  feed: 'projectCreated',
})

export const projectDescribed = defineEvent('project.described', {
  version: 1,
  payload: described,
  audience: 'nobody',
  feed: 'projectEdited',
})

/** From now on reports are signed by the municipality's approver before they leave, or no more. */
export const projectApprovalSet = defineEvent('project.approvalSet', {
  version: 1,
  payload: z.object({ asksApproval: z.boolean() }),
  audience: 'members',
  feed: 'projectApprovalSet',
})

const coordinator = z.object({ projectId: idSchema, personId: idSchema })

/** In the commons: the person coordinates the project from now on. */
export const coordinatorAppointed = defineEvent('coordinator.appointed', {
  version: 1,
  payload: coordinator,
  audience: 'members',
  feed: 'coordinatorAppointed',
})

export const coordinatorDismissed = defineEvent('coordinator.dismissed', {
  version: 1,
  payload: coordinator,
  audience: 'members',
  feed: 'coordinatorDismissed',
})
