import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { lineOfText, runningText } from '../core/text.ts'
import { breakdownSchema } from './breakdown.ts'

/** What kind of figure an indicator is. */
export const indicatorKinds = [
  'ratio',
  'count',
  'level',
  'median',
  'distinct',
  'weighted',
  'boolean',
  'money',
  'text',
] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** Whether more is better. */
export const directions = ['up', 'down', 'none'] as const
export type Direction = (typeof directions)[number]

/** How values of several rollouts become one; see `rollUp`. */
export const rollups = [
  'ratio',
  'sum',
  'distribution',
  'spread',
  'median',
  'distinct',
  'weighted',
  'share',
  // Answers are listed, never put together.
  'none',
] as const
export type Rollup = (typeof rollups)[number]

/** Ratios are never averaged, and neither are medians and levels: each kind has the roll-ups that are right for it, the usual one first. */
export const rollupsOf: Record<IndicatorKind, readonly Rollup[]> = {
  ratio: ['ratio'],
  count: ['sum', 'median'],
  level: ['distribution'],
  median: ['spread'],
  distinct: ['distinct'],
  weighted: ['weighted'],
  boolean: ['share'],
  money: ['sum'],
  text: ['none'],
}

const facts = z.object({
  /** Names the indicator for ever; known keys have a name in each rendition. */
  key: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: lineOfText(160),
  unit: lineOfText(40),
  kind: z.enum(indicatorKinds),
  direction: z.enum(directions),
  rollup: z.enum(rollups),
  /** A value to compare with, and where it comes from; may be empty. */
  reference: runningText(500),
  /** Counted up since the beginning: the last value is the total. Absent where each period is counted for itself. */
  cumulative: z.literal(true).optional(),
  /** Absent where the figure isn't taken apart. */
  breakdown: breakdownSchema.optional(),
})

/** Kinds that can be counted up since the beginning. */
export const countedKinds: readonly IndicatorKind[] = ['count', 'money', 'distinct']
/** Only what adds up can be taken apart and put together again. */
export const additiveKinds: readonly IndicatorKind[] = ['ratio', 'count', 'money']

/** An entry of the catalogue of indicators. */
export const indicatorRowSchema = facts
  .refine((row) => rollupsOf[row.kind].includes(row.rollup), { message: 'rollupOfKind', path: ['rollup'] })
  .refine((row) => !row.cumulative || countedKinds.includes(row.kind), {
    message: 'cumulativeOfKind',
    path: ['cumulative'],
  })
  .refine((row) => !row.breakdown || additiveKinds.includes(row.kind), {
    message: 'breakdownOfKind',
    path: ['breakdown'],
  })
export type IndicatorRow = z.infer<typeof indicatorRowSchema>
export type Indicator = IndicatorRow & { readonly id: string }

/** An indicator as events and reports carry it. */
export const indicatorSchema = facts.extend({ id: idSchema })

/** `spaceId` is the network's. Rows whose key is known mend the entry; its kind never changes. */
export const importIndicatorsInput = z.object({ spaceId: idSchema, rows: z.array(indicatorRowSchema).min(1).max(500) })

/** `spaceId` is the rollout's; in the order in which the report asks for them. */
export const chooseIndicatorsInput = z.object({
  spaceId: idSchema,
  rolloutId: idSchema,
  indicatorIds: z.array(idSchema).max(40),
})
