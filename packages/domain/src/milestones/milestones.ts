import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema, lineOfText } from '../core/text.ts'

/** A dated mark of a rollout: something that is to be reached by a day. */
export type Milestone = {
  readonly id: string
  readonly name: string
  readonly dueOn: string
  /** The day on which it was reached; null while it isn't. */
  readonly reachedOn: string | null
  /** Who said so; null while nobody has. */
  readonly reachedBy: string | null
}

/** How a milestone stands on a day: `late` waits behind its day, `reachedLate` was reached behind it. */
export type MilestoneStanding = 'reached' | 'reachedLate' | 'late' | 'ahead'

export function standingOf(
  { dueOn, reachedOn }: Pick<Milestone, 'dueOn' | 'reachedOn'>,
  today: string,
): MilestoneStanding {
  if (reachedOn !== null) return reachedOn > dueOn ? 'reachedLate' : 'reached'
  return dueOn < today ? 'late' : 'ahead'
}

/** In the order of the days by which they are due; the id settles a tie. */
export const byDueDay = (a: Milestone, b: Milestone): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1

const name = lineOfText(120)

/** `spaceId` is the rollout's own. */
const onMilestone = z.object({ spaceId: idSchema, milestoneId: idSchema })
export const addMilestoneInput = onMilestone.extend({ name, dueOn: daySchema })
/** Only what is given changes. */
export const editMilestoneInput = onMilestone.extend(z.object({ name, dueOn: daySchema }).partial().shape)
export const reachMilestoneInput = onMilestone.extend({ reachedOn: daySchema })
export const reopenMilestoneInput = onMilestone
export const removeMilestoneInput = onMilestone
