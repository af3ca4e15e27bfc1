import type { Indicator } from '@kolo/domain/indicators/indicators'
import { type Breakdown, categoriesOf } from '@kolo/domain/indicators/breakdown'
import { totalOf } from '@kolo/domain/indicators/parts'
import { blankValue, completeValue, type DraftValue, figureOf, maxAnswer } from '@kolo/domain/indicators/values'
import { indicatorField } from '@kolo/domain/reports/report-content'
import { categoryName, unitName } from '@kolo/i18n'
import { TextArea } from '@kolo/ui'
import { valueText } from '../../lib/indicator-texts.ts'
import { useTexts } from '../../lib/texts.tsx'
import { Choices } from './choices.tsx'
import { useForm } from './field-frame.tsx'
import { FigureField } from './figure-field.tsx'

/** The inputs of an indicator that isn't taken apart. */
export function Inputs({ indicator }: { indicator: Indicator }) {
  const { draft, problemOf } = useForm()
  const { id: indicatorId, kind } = indicator
  return (
    <ValueInputs
      indicator={indicator}
      value={draft.content.values[indicatorId] ?? blankValue(kind)}
      error={problemOf(indicatorField(indicatorId))}
      onAnswer={(value, atOnce) => draft.answer({ field: 'indicator', indicatorId, value }, atOnce)}
    />
  )
}

/** The inputs of each category of a breakdown, and their sum. */
export function PartInputs({ indicator, breakdown }: { indicator: Indicator; breakdown: Breakdown }) {
  const { t, format } = useTexts('indicators', 'core')
  const { draft, problemOf } = useForm()
  const { id: indicatorId, kind } = indicator
  const parts = draft.content.parts?.[indicatorId] ?? {}
  const total = totalOf(breakdown, parts)
  const complete = total && completeValue(kind, total)
  const problem = problemOf(indicatorField(indicatorId))
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">
        {t('indicators:breakdownOf', { breakdown: categoryName(t, breakdown) })} · {t('indicators:partsAbout')}
      </p>
      {categoriesOf(breakdown).map((category) => (
        <fieldset key={category.key} className="min-w-0">
          <legend className="pb-1 text-sm font-medium">{categoryName(t, category)}</legend>
          <ValueInputs
            indicator={indicator}
            value={parts[category.key] ?? blankValue(kind)}
            onAnswer={(value, atOnce) =>
              draft.answer({ field: 'part', indicatorId, part: category.key, value }, atOnce)
            }
          />
        </fieldset>
      ))}
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      <p className="flex items-baseline justify-between gap-3 border-t pt-2">
        <span>{t('indicators:total')}</span>
        <output aria-label={t('indicators:total')} className="text-lg font-semibold tabular-nums">
          {complete ? valueText(t, format, indicator, complete) : '–'}
        </output>
      </p>
    </div>
  )
}

type ValueInputsProps = {
  readonly indicator: Indicator
  readonly value: DraftValue
  readonly error?: string | undefined
  onAnswer(value: DraftValue, atOnce?: boolean): void
}

/** The inputs that the kind of figure asks for. */
function ValueInputs({ indicator, value, error, onAnswer: answer }: ValueInputsProps) {
  const { t } = useTexts('indicators', 'core')
  const { draft } = useForm()
  const { kind } = indicator
  if ('text' in value) {
    return (
      <TextArea
        label={t('indicators:answer')}
        error={error}
        value={value.text}
        onChange={(text) => answer({ text })}
        onBlur={draft.flush}
        rows={1}
        maxRows={4}
        maxLength={maxAnswer}
      />
    )
  }
  const isWhole = kind !== 'median' && kind !== 'money' && kind !== 'weighted'
  const shared = { isWhole, onLeave: draft.flush }
  if ('numerator' in value) {
    return (
      <div className="grid grid-cols-[1fr_1fr_auto] items-start gap-3">
        <FigureField
          {...shared}
          label={t('indicators:numerator')}
          value={value.numerator}
          error={error}
          onChange={(numerator) => answer({ ...value, numerator })}
        />
        <FigureField
          {...shared}
          label={t('indicators:denominator')}
          value={value.denominator}
          onChange={(denominator) => answer({ ...value, denominator })}
        />
        <LivePercent value={value} />
      </div>
    )
  }
  if (kind === 'boolean' || kind === 'level') {
    const choices =
      kind === 'boolean'
        ? [
            { value: '1', label: t('core:yes') },
            { value: '0', label: t('core:no') },
          ]
        : ['0', '1', '2', '3', '4'].map((level) => ({ value: level, label: level }))
    const chosen = value.value === null ? null : String(value.value)
    return (
      <Choices
        label={unitName(t, indicator)}
        error={error}
        choices={choices}
        value={chosen}
        onChange={(next) => answer({ value: Number(next) }, true)}
      />
    )
  }
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <FigureField
        {...shared}
        label={unitName(t, indicator)}
        value={value.value}
        error={error}
        onChange={(next) => answer({ ...value, value: next })}
      />
      {'weight' in value && (
        <FigureField
          {...shared}
          label={t('indicators:weight')}
          value={value.weight}
          onChange={(weight) => answer({ value: value.value, weight })}
        />
      )}
    </div>
  )
}

function LivePercent({ value }: { value: DraftValue }) {
  const { t, format } = useTexts('indicators')
  const complete = completeValue('ratio', value)
  const percent = complete ? figureOf(complete) : null
  return (
    <output aria-label={t('indicators:percent')} className="mt-8 min-w-14 text-end text-lg font-semibold tabular-nums">
      {percent === null ? '–' : format.percent(percent / 100, 1)}
    </output>
  )
}
