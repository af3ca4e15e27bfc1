import type { Indicator } from './indicators.ts'
import { type Reading, type RolledUp, rollUp } from './roll-up.ts'

type Counting = Pick<Indicator, 'rollup' | 'cumulative'>

/** Of a rollout's readings, oldest first, those that make its total: of a figure that has been counted up since the beginning only the last that was told. */
export function countingReadings(
  { cumulative }: Pick<Indicator, 'cumulative'>,
  readings: readonly Reading[],
): Reading[] {
  const last = readings.findLast(({ state }) => state === 'reported')
  return cumulative && last ? [last] : [...readings]
}

/** All periods of several rollouts in one figure, by the indicator's own rule; each rollout's readings oldest first. */
export const overPeriods = (indicator: Counting, rollouts: readonly (readonly Reading[])[]): RolledUp =>
  rollUp(
    indicator.rollup,
    rollouts.flatMap((readings) => countingReadings(indicator, readings)),
  )

/** Whether several periods have a total: of what is counted, not of what is measured at a moment. */
export const hasTotal = ({ rollup }: Pick<Indicator, 'rollup'>): boolean =>
  rollup === 'sum' || rollup === 'ratio' || rollup === 'distinct'
