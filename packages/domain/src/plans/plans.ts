import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { offices } from '../core/roles.ts'
import { daySchema, lineOfText, runningText } from '../core/text.ts'
import { colorSchema } from '../organizations/organizations.ts'
import { rhythms } from '../cycles/cycles.ts'
import { phases } from '../rollouts/rollouts.ts'
import { conditionSchema } from './conditions.ts'

const offsetSchema = z.int().min(0).max(1_500)

/** A task that every rollout of the plan begins with; `offset` is in working days from the rollout's start. */
export const planTaskSchema = z.object({
  id: idSchema,
  title: lineOfText(200),
  description: runningText(2_000),
  phase: z.enum(phases),
  offset: offsetSchema,
  /** Whose task it is by office; null leaves it to the board. */
  office: z.enum(offices).nullable(),
  when: conditionSchema,
})
export type PlanTask = z.infer<typeof planTaskSchema>

/** A milestone that every rollout of the plan is to reach; `offset` is in working days from the rollout's start. */
export const planMilestoneSchema = z.object({
  id: idSchema,
  name: lineOfText(120),
  phase: z.enum(phases),
  offset: offsetSchema,
})
export type PlanMilestone = z.infer<typeof planMilestoneSchema>
export const maxPlanMilestones = 30
const planMilestonesSchema = z.array(planMilestoneSchema).max(maxPlanMilestones)

/** An indicator that the rollout reports. */
const planIndicatorSchema = z.object({ indicatorId: idSchema, when: conditionSchema })

/** How often the rollout reports, from its start on; see `Cycle`. */
const planCycleSchema = z
  .object({
    rhythm: z.enum(rhythms),
    days: z.int().min(1).max(366).nullable(),
    window: z.int().min(0).max(90),
  })
  .refine(({ rhythm, days }) => (rhythm === 'custom') === (days !== null), { message: 'daysOfCustom', path: ['days'] })

/** What a plan says. */
export const planContentSchema = z.object({
  name: lineOfText(120),
  tasks: z.array(planTaskSchema).max(200),
  // Plans that were written before there were milestones have none.
  milestones: planMilestonesSchema.default([]),
  indicators: z.array(planIndicatorSchema).max(40),
  cycle: planCycleSchema.nullable(),
})
export type PlanContent = z.infer<typeof planContentSchema>

/** What of it is to be another; what isn't given stays. */
export const planChangesSchema = planContentSchema.extend({ milestones: planMilestonesSchema }).partial()
export type PlanChanges = z.infer<typeof planChangesSchema>

/** What rollouts of a system are created from in a project; held by the project's commons. */
export type Plan = PlanContent & {
  readonly id: string
  readonly systemId: string
  /** Counts the changes: who rests on one that has passed is told so. */
  readonly revision: number
}

/** `spaceId` is the project's commons. */
const onPlan = z.object({ spaceId: idSchema, planId: idSchema })

export const addPlanInput = onPlan.extend({ systemId: idSchema, content: planContentSchema })
/** Only what is given changes; `revision` is the one that was before the person's eyes. */
export const editPlanInput = onPlan.extend({ revision: z.int().positive(), changes: planChangesSchema })
export const removePlanInput = onPlan

/** `spaceId` is the coordination space of the project; `revision` is the plan's that was before the person's eyes. */
export const createRolloutInput = z.object({
  spaceId: idSchema,
  planId: idSchema,
  revision: z.int().positive(),
  rolloutId: idSchema,
  rolloutSpaceId: idSchema,
  municipalityId: idSchema,
  /** For a municipality that has no organization yet, or no part in the project: what it gets. */
  newcomer: z.object({ organizationId: idSchema, spaceId: idSchema, participationId: idSchema, color: colorSchema }),
  partnerOrganizationIds: z.array(idSchema).max(20),
  startsOn: daySchema,
})
