import { type Breakdown, partKeysOf } from './breakdown.ts'
import type { IndicatorKind } from './indicators.ts'
import { completeValue, type DraftValue, type IndicatorValue, isBlank, problemOf, type ValueProblem } from './values.ts'

/** The parts of a value by the category's key; what isn't filled in is absent or blank. */
export type DraftParts = Readonly<Record<string, DraftValue>>

const filledOf = (breakdown: Breakdown, parts: DraftParts): DraftValue[] =>
  partKeysOf(breakdown).flatMap((key) => (parts[key] && !isBlank(parts[key]) ? [parts[key]] : []))

/** The sum of what is filled in; undefined where nothing is. A figure that is missing in one part is missing in the sum. */
export function totalOf(breakdown: Breakdown, parts: DraftParts): DraftValue | undefined {
  const filled = filledOf(breakdown, parts)
  const sum = (figures: readonly (number | null)[]): number | null =>
    figures.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0)
  if (filled.length === 0) return undefined
  const ratios = filled.flatMap((part) => ('numerator' in part ? [part] : []))
  if (ratios.length > 0)
    return {
      numerator: sum(ratios.map(({ numerator }) => numerator)),
      denominator: sum(ratios.map(({ denominator }) => denominator)),
    }
  return { value: sum(filled.flatMap((part) => ('value' in part ? [part.value] : []))) }
}

/** What keeps a breakdown from being handed in: half a part, or categories left out; all in "unknown" is enough. */
export function partsProblem(
  kind: IndicatorKind,
  breakdown: Breakdown,
  parts: DraftParts,
): ValueProblem | 'partsMissing' | null {
  const filled = filledOf(breakdown, parts)
  const wrong = filled.map((part) => problemOf(kind, part)).find((problem) => problem !== null)
  if (wrong) return wrong
  const told = breakdown.categories.filter(({ key }) => !isBlank(parts[key])).length
  return told === 0 || told === breakdown.categories.length ? null : 'partsMissing'
}

/** The parts that were filled in, in the breakdown's order. */
export function completeParts(
  kind: IndicatorKind,
  breakdown: Breakdown,
  parts: DraftParts,
): Record<string, IndicatorValue> {
  return Object.fromEntries(
    partKeysOf(breakdown).flatMap((key) => {
      const complete = parts[key] && completeValue(kind, parts[key])
      return complete ? [[key, complete] as const] : []
    }),
  )
}
