import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { RolledUp } from '@kolo/domain/indicators/roll-up'
import { figureOf, type IndicatorValue } from '@kolo/domain/indicators/values'
import { type Format, type MessageKey, type Translate, unitName } from '@kolo/i18n'

const figure = (format: Format, value: number): string => format.number(value, { maximumFractionDigits: 2 })

/** A figure alone, as targets have it: per cent for a part of a whole, with its unit otherwise. */
export function figureText(
  t: Translate,
  format: Format,
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  value: number,
): string {
  if (indicator.kind === 'ratio') return format.percent(value / 100, 1)
  if (indicator.kind === 'boolean') return value === 1 ? t('core:yes') : t('core:no')
  return t('indicators:valueWithUnit', { value: figure(format, value), unit: unitName(t, indicator) })
}

/** A value in words and figures, with its parts. */
export function valueText(
  t: Translate,
  format: Format,
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  value: IndicatorValue,
): string {
  if ('text' in value) return value.text
  if ('numerator' in value) {
    const percent = figureOf(value)
    const parts = { numerator: figure(format, value.numerator), denominator: figure(format, value.denominator) }
    return t('indicators:partOf', { percent: percent === null ? '–' : format.percent(percent / 100, 1), ...parts })
  }
  if (indicator.kind === 'boolean') return value.value === 1 ? t('core:yes') : t('core:no')
  const withUnit = t('indicators:valueWithUnit', { value: figure(format, value.value), unit: unitName(t, indicator) })
  return 'weight' in value
    ? t('indicators:takenOver', { value: withUnit, weight: figure(format, value.weight) })
    : withUnit
}

/** Several rollouts in one figure; null where nobody reported. */
export function rolledUpText(t: Translate, format: Format, rolled: RolledUp): string | null {
  const say = (value: number): string => figure(format, value)
  const between = (key: MessageKey<'indicators'>, least: number | null, greatest: number | null): string | null => {
    if (least === null || greatest === null) return null
    return least === greatest ? say(least) : t(key, { least: say(least), greatest: say(greatest) })
  }
  switch (rolled.rollup) {
    case 'ratio':
      if (rolled.percent === null) return null
      return t('indicators:partOf', {
        percent: format.percent(rolled.percent / 100, 1),
        numerator: say(rolled.numerator),
        denominator: say(rolled.denominator),
      })
    case 'sum':
      return rolled.value === null ? null : t('indicators:sumOf', { value: say(rolled.value) })
    case 'distribution':
      if (rolled.levels.length === 0) return null
      return format.list(rolled.levels.map(({ level, count }) => t('indicators:onLevel', { level, number: count })))
    case 'spread':
      return between('indicators:fromTo', rolled.least, rolled.greatest)
    case 'median':
      return rolled.value === null ? null : t('indicators:middle', { value: say(rolled.value) })
    case 'distinct':
      return between('indicators:atLeastAtMost', rolled.atLeast, rolled.atMost)
    case 'weighted':
      return rolled.value === null
        ? null
        : t('indicators:takenOver', { value: say(rolled.value), weight: say(rolled.weight) })
    case 'none':
      return t('indicators:listed')
    case 'share':
      return rolled.of === 0 ? null : t('indicators:yesOf', { yes: say(rolled.yes), of: say(rolled.of) })
  }
}
