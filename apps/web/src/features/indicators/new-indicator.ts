import {
  additiveKinds,
  countedKinds,
  type Direction,
  type IndicatorKind,
  type IndicatorRow,
  indicatorRowSchema,
  rollupsOf,
} from '@kolo/domain/indicators/indicators'
import { fold } from '@kolo/i18n'

/** An indicator while somebody describes it. */
export type NewIndicator = {
  readonly name: string
  readonly unit: string
  readonly kind: IndicatorKind
  readonly direction: Direction
  readonly isCumulative: boolean
  /** What a figure is taken apart by; nothing for one that isn't. */
  readonly breakdown: string
  /** A category in each line. */
  readonly categories: string
}

/** Before the first word. */
export const blankIndicator: NewIndicator = {
  name: '',
  unit: '',
  kind: 'count',
  direction: 'up',
  isCumulative: false,
  breakdown: '',
  categories: '',
}

const keyOf = (name: string, most: number): string =>
  fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replaceAll(/^-+|-+$/g, '')

/** The entry of the catalogue that it makes; undefined while something is missing. */
export function rowOf(draft: NewIndicator): IndicatorRow | undefined {
  const { name, unit, kind, direction, isCumulative, breakdown, categories } = draft
  const names = categories.split('\n').filter((line) => line.trim() !== '')
  const isTakenApart = additiveKinds.includes(kind) && (breakdown.trim() !== '' || names.length > 0)
  const row = indicatorRowSchema.safeParse({
    key: keyOf(name, 60),
    name,
    unit,
    kind,
    direction,
    rollup: rollupsOf[kind][0],
    reference: '',
    ...(isCumulative && countedKinds.includes(kind) ? { cumulative: true } : {}),
    ...(isTakenApart
      ? {
          breakdown: {
            key: keyOf(breakdown, 40),
            name: breakdown,
            categories: names.map((category) => ({ key: keyOf(category, 40), name: category })),
          },
        }
      : {}),
  })
  return row.data
}
