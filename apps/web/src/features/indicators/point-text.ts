import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { Format, Translate } from '@kolo/i18n'
import { figureText, valueText } from '../../lib/indicator-texts.ts'
import type { Outputs } from '../../lib/trpc.ts'

type Point = Outputs['indicators']['series'][number]['points'][number]

/** What was said for a period: the value, or why there is none. */
export const readingText = (t: Translate, format: Format, indicator: Indicator, { reading }: Point): string =>
  reading.state === 'reported' ? valueText(t, format, indicator, reading.value) : t(`indicators:${reading.state}`)

/** The same with the target of the period, where there is one. */
export function pointText(t: Translate, format: Format, indicator: Indicator, point: Point): string {
  const said = readingText(t, format, indicator, point)
  if (!point.target) return said
  return t('indicators:againstTarget', { value: said, target: figureText(t, format, indicator, point.target.figure) })
}
