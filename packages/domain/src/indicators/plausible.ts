import type { IndicatorKind } from './indicators.ts'
import { figureOf, type IndicatorValue } from './values.ts'

/** Between these figures nobody would ask how it came about. */
export type PlausibleRange = { readonly low: number; readonly high: number }

const leastKnown = 3
const usualSteps = 3
const shareOfLast = 0.25
/** Percentage points for a part of a whole, units for everything else. */
const leastSpread = (kind: IndicatorKind): number => (kind === 'ratio' ? 5 : 1)

/**
 * What is plausible after these figures, oldest first: as far from the last one as three usual steps (the median of the
 * steps so far) or a quarter of it. Null where fewer than three are known, and for answers that leave nothing to compare.
 */
export function plausibleRange(kind: IndicatorKind, earlier: readonly number[]): PlausibleRange | null {
  const last = earlier.at(-1)
  if (kind === 'boolean' || kind === 'level' || last === undefined || earlier.length < leastKnown) return null
  const steps = earlier
    .slice(1)
    .map((figure, index) => Math.abs(figure - (earlier[index] ?? figure)))
    .toSorted((a, b) => a - b)
  const usualStep = steps[Math.floor(steps.length / 2)] ?? 0
  const spread = Math.max(usualSteps * usualStep, shareOfLast * Math.abs(last), leastSpread(kind))
  const least = kind === 'weighted' ? Number.NEGATIVE_INFINITY : 0
  const most = kind === 'ratio' ? 100 : Number.POSITIVE_INFINITY
  return { low: Math.max(least, last - spread), high: Math.min(most, last + spread) }
}

/** Whether somebody would ask how this value came about, after those figures. */
export function isUnusual(kind: IndicatorKind, value: IndicatorValue, earlier: readonly number[]): boolean {
  const figure = figureOf(value)
  const range = plausibleRange(kind, earlier)
  return figure !== null && range !== null && (figure < range.low || figure > range.high)
}
