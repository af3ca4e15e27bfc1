import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema, runningText } from '../core/text.ts'
import type { Direction, IndicatorKind } from '../indicators/indicators.ts'

/** In what `figureOf` shows: per cent for a part of a whole, the unit of the indicator otherwise. */
const figure = z.number().min(-1e12).max(1e12)

/** What was measured before anything was done; `source` says where the figure comes from and may be empty. */
export const baselineSchema = z.object({ figure, on: daySchema, source: runningText(200) })
export type Baseline = z.infer<typeof baselineSchema>

/** What is to be reached by a day. */
export const targetSchema = z.object({ on: daySchema, figure })
export type Target = z.infer<typeof targetSchema>

/** No rollout has more of them for one indicator. */
export const maxTargets = 24

/** Where a rollout began with an indicator, and where it is to get to; targets by day, ascending. */
export const targetPlanSchema = z.object({
  baseline: baselineSchema.nullable(),
  targets: z.array(targetSchema).max(maxTargets),
})
export type TargetPlan = z.infer<typeof targetPlanSchema>

/** `spaceId` is the rollout's. Replaces what was planned for the indicator; a plan with nothing in it takes it back. */
export const setTargetInput = z.object({
  spaceId: idSchema,
  rolloutId: idSchema,
  indicatorId: idSchema,
  plan: targetPlanSchema,
})

/** The target that counts for a period: the next one that is due at or after its last day, or else the last; nothing between two targets is made up. */
export function targetInForce(targets: readonly Target[], periodEnd: string): Target | null {
  const ascending = targets.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return ascending.find(({ on }) => on >= periodEnd) ?? ascending.at(-1) ?? null
}

/** Whether a figure is as good as its target; null where nothing says what is better. */
export function isReached(direction: Direction, figure: number, { figure: target }: Pick<Target, 'figure'>) {
  if (direction === 'none') return null
  return direction === 'up' ? figure >= target : figure <= target
}

/** Whether an indicator of this kind can have this figure. */
export function isFigureOf(kind: IndicatorKind, figure: number): boolean {
  if (kind === 'weighted') return true
  const most: Partial<Record<IndicatorKind, number>> = { ratio: 100, boolean: 1, level: 4 }
  return figure >= 0 && figure <= (most[kind] ?? Number.POSITIVE_INFINITY)
}

/** Whether nothing is planned. */
export const isEmptyPlan = ({ baseline, targets }: TargetPlan): boolean => baseline === null && targets.length === 0
