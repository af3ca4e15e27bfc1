import type { Rollup } from './indicators.ts'
import type { IndicatorValue } from './values.ts'

/** What one rollout says: a value, that there is nothing to report, or nothing at all. None of the three is zero. */
export type Reading =
  | { readonly state: 'reported'; readonly value: IndicatorValue }
  | { readonly state: 'nothingToReport' }
  | { readonly state: 'missing' }

/** How many rollouts said what; every rolled-up figure is shown with it. */
export type Coverage = { readonly reported: number; readonly nothingToReport: number; readonly missing: number }

/** Several rollouts in one figure; null where nobody reported. */
export type RolledUp =
  /** Σ part ÷ Σ whole, in per cent. */
  | {
      readonly rollup: 'ratio'
      readonly numerator: number
      readonly denominator: number
      readonly percent: number | null
    }
  | { readonly rollup: 'sum'; readonly value: number | null }
  /** How many stand on which level, ascending. */
  | { readonly rollup: 'distribution'; readonly levels: readonly { readonly level: number; readonly count: number }[] }
  /** From the least to the greatest: medians of unequal groups have no common median. */
  | { readonly rollup: 'spread'; readonly least: number | null; readonly greatest: number | null }
  /** The middle one of the values themselves. */
  | { readonly rollup: 'median'; readonly value: number | null }
  /** Nobody knows who was counted twice: at least the largest, at most the sum. */
  | { readonly rollup: 'distinct'; readonly atLeast: number | null; readonly atMost: number | null }
  /** The average over all that the averages were taken over. */
  | { readonly rollup: 'weighted'; readonly value: number | null; readonly weight: number }
  /** Answers in words: they are listed. */
  | { readonly rollup: 'none' }
  | { readonly rollup: 'share'; readonly yes: number; readonly of: number; readonly percent: number | null }

// Added from the least to the greatest, so that the order of the readings makes no difference to the last digit.
const sum = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b).reduce((total, figure) => total + figure, 0)
const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole)
const single = (value: IndicatorValue): number[] => ('value' in value ? [value.value] : [])

/** Which readings there are. */
export function coverageOf(readings: readonly Reading[]): Coverage {
  const count = (state: Reading['state']): number => readings.filter((reading) => reading.state === state).length
  return { reported: count('reported'), nothingToReport: count('nothingToReport'), missing: count('missing') }
}

/** Makes one figure of the values that were reported; who reported nothing changes the coverage, never the figure. */
export function rollUp(rollup: Rollup, readings: readonly Reading[]): RolledUp {
  const values = readings.flatMap((reading) => (reading.state === 'reported' ? [reading.value] : []))
  const figures = values.flatMap(single).toSorted((a, b) => a - b)
  const none = figures.length === 0
  switch (rollup) {
    case 'ratio':
      return ratioOf(values)
    case 'sum':
      return { rollup, value: none ? null : sum(figures) }
    case 'distribution':
      return {
        rollup,
        levels: [...Map.groupBy(figures, (level) => level)].map(([level, held]) => ({ level, count: held.length })),
      }
    case 'spread':
      return { rollup, least: figures[0] ?? null, greatest: figures.at(-1) ?? null }
    case 'median':
      return { rollup, value: middleOf(figures) }
    case 'distinct':
      return { rollup, atLeast: figures.at(-1) ?? null, atMost: none ? null : sum(figures) }
    case 'weighted':
      return weightedOf(values)
    case 'none':
      return { rollup }
    case 'share': {
      const yes = figures.filter((figure) => figure === 1).length
      return { rollup, yes, of: figures.length, percent: percentOf(yes, figures.length) }
    }
  }
}

function ratioOf(values: readonly IndicatorValue[]): RolledUp {
  const parts = values.flatMap((value) => ('numerator' in value ? [value] : []))
  const numerator = sum(parts.map((part) => part.numerator))
  const denominator = sum(parts.map((part) => part.denominator))
  return { rollup: 'ratio', numerator, denominator, percent: percentOf(numerator, denominator) }
}

function weightedOf(values: readonly IndicatorValue[]): RolledUp {
  const averages = values.flatMap((value) => ('weight' in value ? [value] : []))
  const weight = sum(averages.map((average) => average.weight))
  const total = sum(averages.map((average) => average.value * average.weight))
  return { rollup: 'weighted', value: weight === 0 ? null : total / weight, weight }
}

/** The middle of ascending figures; between the two middle ones where their number is even. */
function middleOf(ascending: readonly number[]): number | null {
  const upper = ascending[Math.floor(ascending.length / 2)]
  const lower = ascending[Math.floor((ascending.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
