import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'
import { defineEvent } from '../events/define-event.ts'

const onStage = z.object({ stageId: idSchema })

/** A project has a stage, planned as yet, with a space of its own. */
export const stageAdded = defineEvent('stage.added', {
  version: 1,
  payload: onStage.extend({
    spaceId: idSchema,
    key: z.string(),
    name: z.string(),
    position: z.int().nonnegative(),
    startsOn: daySchema,
    endsOn: daySchema,
    originalStartsOn: daySchema.nullable(),
    originalEndsOn: daySchema.nullable(),
    deliverables: z.array(z.string()),
    gate: z.array(z.string()),
  }),
  audience: 'nobody',
  feed: 'stagePlanned',
})

export const stageRescheduled = defineEvent('stage.rescheduled', {
  version: 1,
  payload: onStage.extend({ startsOn: daySchema, endsOn: daySchema }),
  audience: 'members',
  feed: 'stageRescheduled',
})

export const stageLeadChanged = defineEvent('stage.leadChanged', {
  version: 1,
  payload: onStage.extend({ organizationId: idSchema.nullable() }),
  audience: 'members',
  feed: 'stageLeadChanged',
})

/** An active stage is taken back to its plan. */
export const stagePlanned = defineEvent('stage.planned', {
  version: 1,
  payload: onStage,
  audience: 'members',
  feed: 'stagePlanned',
})
export const stageStarted = defineEvent('stage.started', {
  version: 1,
  payload: onStage,
  audience: 'members',
  feed: 'stageStarted',
})

export const stageBroughtToGate = defineEvent('stage.broughtToGate', {
  version: 1,
  payload: onStage,
  audience: 'members',
  feed: 'stageBroughtToGate',
})

export const stageCompleted = defineEvent('stage.completed', {
  version: 1,
  payload: onStage,
  audience: 'members',
  feed: 'stageCompleted',
})

export const stageReopened = defineEvent('stage.reopened', {
  version: 1,
  payload: onStage.extend({ reason: z.string() }),
  audience: 'members',
  feed: 'stageReopened',
})

/** Municipalities see the stage's space from now on, its history included. */
export const stageOpened = defineEvent('stage.opened', {
  version: 1,
  payload: onStage,
  audience: 'members',
  feed: 'stageOpened',
})
