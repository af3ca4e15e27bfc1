import { categoriesOf } from '@kolo/domain/indicators/breakdown'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { IndicatorValue } from '@kolo/domain/indicators/values'
import { categoryName } from '@kolo/i18n'
import { valueText } from './indicator-texts.ts'
import { useTexts } from './texts.tsx'

type Props = { readonly indicator: Indicator; readonly parts: Readonly<Record<string, IndicatorValue>> }

/** A value by category, below its total; nothing where it wasn't taken apart. */
export function PartsText({ indicator, parts }: Props) {
  const { t, format } = useTexts('indicators', 'core')
  const told = (indicator.breakdown ? categoriesOf(indicator.breakdown) : []).flatMap((category) => {
    const value = parts[category.key]
    return value ? [{ category, value }] : []
  })
  if (told.length === 0) return null
  return (
    <dl className="grid w-fit grid-cols-[auto_auto] gap-x-4 text-sm">
      {told.map(({ category, value }) => (
        <div key={category.key} className="contents">
          <dt className="text-muted">{categoryName(t, category)}</dt>
          <dd className="text-end tabular-nums">{valueText(t, format, indicator, value)}</dd>
        </div>
      ))}
    </dl>
  )
}
