import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'
import { defineEvent } from '../events/define-event.ts'
import { healths, phases } from './rollouts.ts'

/** In the space of the new rollout. */
export const rolloutCreated = defineEvent('rollout.created', {
  version: 1,
  payload: z.object({
    rolloutId: idSchema,
    projectId: idSchema,
    municipalityId: idSchema,
    organizationId: idSchema,
    systemId: idSchema,
    title: z.string(),
    phase: z.enum(phases),
    startsOn: daySchema,
    partnerOrganizationIds: z.array(idSchema),
    /** What it was created from; the plan may have changed since, or be gone. */
    plan: z.object({ planId: idSchema, revision: z.int().positive() }).nullable().default(null),
  }),
  audience: 'members',
  feed: 'rolloutCreated',
})

export const rolloutPhaseChanged = defineEvent('rollout.phaseChanged', {
  version: 1,
  payload: z.object({ rolloutId: idSchema, phase: z.enum(phases) }),
  audience: 'members',
  feed: 'rolloutPhaseChanged',
})

/** A report was accepted: this is how the rollout goes since `at`. */
export const rolloutHealthChanged = defineEvent('rollout.healthChanged', {
  version: 1,
  payload: z.object({
    rolloutId: idSchema,
    health: z.enum(healths),
    progress: z.int().min(0).max(100).nullable(),
    at: z.iso.datetime(),
  }),
  audience: 'members',
  feed: 'rolloutHealthChanged',
})
