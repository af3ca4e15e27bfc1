import { z } from 'zod'
import { runningText } from '../core/text.ts'
import type { IndicatorKind } from './indicators.ts'

const figure = z.number().min(-1e12).max(1e12)
const blank = figure.nullable()

/** How long an answer in words may be. */
export const maxAnswer = 300

/** What was reported for an indicator: a part of a whole, an average with what it was taken over, a single figure (yes = 1, no = 0), or an answer in words. */
export const indicatorValueSchema = z.union([
  z.strictObject({ numerator: figure, denominator: figure }),
  z.strictObject({ value: figure, weight: figure }),
  z.strictObject({ value: figure }),
  z.strictObject({ text: runningText(maxAnswer) }),
])
export type IndicatorValue = z.infer<typeof indicatorValueSchema>

/** A value while it is being typed: null, or no word, is what isn't filled in yet. */
export const draftValueSchema = z.union([
  z.strictObject({ numerator: blank, denominator: blank }),
  z.strictObject({ value: blank, weight: blank }),
  z.strictObject({ value: blank }),
  z.strictObject({ text: runningText(maxAnswer) }),
])
export type DraftValue = z.infer<typeof draftValueSchema>

/** A value with nothing in it, in the shape that the kind asks for. */
export function blankValue(kind: IndicatorKind): DraftValue {
  if (kind === 'ratio') return { numerator: null, denominator: null }
  if (kind === 'text') return { text: '' }
  return kind === 'weighted' ? { value: null, weight: null } : { value: null }
}

/** Whether the value has the shape that the kind asks for. */
export const hasShapeOf = (kind: IndicatorKind, value: DraftValue): boolean =>
  Object.keys(blankValue(kind)).toSorted().join() === Object.keys(value).toSorted().join()

/** What keeps a value from being handed in; the reasons are keys of the catalogue `indicators`. */
export type ValueProblem = 'incomplete' | 'outOfRange' | 'partOfWhole' | 'notWhole'

/** Whether nothing is filled in: the value is missing, which is neither zero nor "nothing to report". */
export const isBlank = (value: DraftValue | undefined): boolean =>
  value === undefined ||
  Object.values(value).every((said) => said === null || (typeof said === 'string' && said.trim() === ''))

/** The least and the greatest figure that the kind allows; levels run from 0 to 4. */
function boundsOf(kind: IndicatorKind): { readonly min: number; readonly max: number } {
  if (kind === 'weighted') return { min: -1e12, max: 1e12 }
  if (kind === 'level') return { min: 0, max: 4 }
  return { min: 0, max: kind === 'boolean' ? 1 : 1e12 }
}

const counted: readonly IndicatorKind[] = ['ratio', 'count', 'distinct', 'level', 'boolean']

/** What is wrong with a value that isn't blank, or null. */
export function problemOf(kind: IndicatorKind, value: DraftValue): ValueProblem | null {
  if ('text' in value) return kind === 'text' && !isBlank(value) ? null : 'incomplete'
  const { min, max } = boundsOf(kind)
  const figures: (number | null)[] = Object.values(value)
  if (!hasShapeOf(kind, value) || figures.includes(null)) return 'incomplete'
  const known = figures.filter((figure) => figure !== null)
  if (known.some((figure) => figure < min || figure > max)) return 'outOfRange'
  if (counted.includes(kind) && known.some((figure) => !Number.isInteger(figure))) return 'notWhole'
  if ('weight' in value && (value.weight ?? 0) <= 0) return 'outOfRange'
  if ('numerator' in value && (value.numerator ?? 0) > (value.denominator ?? 0)) return 'partOfWhole'
  return null
}

/** The value once it is complete and within its bounds. */
export function completeValue(kind: IndicatorKind, value: DraftValue): IndicatorValue | undefined {
  return problemOf(kind, value) === null ? (value as IndicatorValue) : undefined
}

/** The figure that is shown: per cent for a part of a whole (null where the whole is 0), the value itself otherwise; words have none. */
export function figureOf(value: IndicatorValue): number | null {
  if ('text' in value) return null
  if (!('numerator' in value)) return value.value
  return value.denominator === 0 ? null : (100 * value.numerator) / value.denominator
}
