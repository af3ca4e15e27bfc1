import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'

/** How often a rollout reports: by calendar weeks (from Monday), months and quarters, or by so many days. */
export const rhythms = ['weekly', 'monthly', 'quarterly', 'custom'] as const
export type Rhythm = (typeof rhythms)[number]

const facts = z.object({
  rhythm: z.enum(rhythms),
  /** Of a `custom` rhythm, how many days a period has; null for the others. */
  days: z.int().min(1).max(366).nullable(),
  /** The first day that is reported on; the first period may be shorter than the others. */
  startsOn: daySchema,
  /** The last day that is reported on; null for as long as nobody says otherwise. */
  endsOn: daySchema.nullable(),
  /** How many days behind a period's end its report is in time. */
  window: z.int().min(0).max(90),
})

/** When a rollout is asked for its reports, without anybody asking. */
export const cycleSchema = facts.refine(({ rhythm, days }) => (rhythm === 'custom') === (days !== null), {
  message: 'daysOfCustom',
  path: ['days'],
})
export type Cycle = z.infer<typeof cycleSchema>

/** A cycle as events carry it. */
export const cycleFacts = facts

const onRollout = z.object({ spaceId: idSchema, rolloutId: idSchema })

/** `spaceId` is the rollout's. Replaces the cycle that it had; reports that were asked for stay. */
export const setCycleInput = onRollout.extend({ cycle: cycleSchema })
/** `spaceId` is the rollout's. Reports that were asked for stay. */
export const endCycleInput = onRollout
