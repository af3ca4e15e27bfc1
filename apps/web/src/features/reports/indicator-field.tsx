import { indicatorName } from '@kolo/i18n'
import { Sparkline } from '@kolo/charts'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import { isBlank } from '@kolo/domain/indicators/values'
import { plausibleRange } from '@kolo/domain/indicators/plausible'
import { indicatorField, needsWord, valueIn } from '@kolo/domain/reports/report-content'
import type { LastValue } from '@kolo/domain/reports/last-values'
import { targetInForce, type TargetPlan } from '@kolo/domain/targets/targets'
import { TextArea } from '@kolo/ui'
import { figureText, valueText } from '../../lib/indicator-texts.ts'
import { useTexts } from '../../lib/texts.tsx'
import { FieldFrame, useForm } from './field-frame.tsx'
import { Inputs, PartInputs } from './indicator-inputs.tsx'
import { TakeOver } from './report-fields.tsx'
import { SourceField } from './source-field.tsx'

type Props = {
  readonly indicator: Indicator
  readonly last: LastValue | undefined
  readonly earlier: readonly (number | null)[]
  readonly plan: TargetPlan | undefined
}

/** An indicator to fill in, with its last accepted value and its target in sight. */
export function IndicatorField({ indicator, last, earlier, plan }: Props) {
  const { t } = useTexts('indicators')
  const name = indicatorName(t, indicator)
  return (
    <FieldFrame field={indicatorField(indicator.id)}>
      <fieldset className="flex min-w-0 flex-col gap-2 rounded border bg-surface p-3">
        <legend className="sr-only">{name}</legend>
        <div className="flex items-start justify-between gap-3">
          <span aria-hidden className="font-medium">
            {name}
          </span>
          {earlier.filter((figure) => figure !== null).length > 1 && (
            <Sparkline values={earlier} label={t('indicators:overTime')} width={72} height={24} />
          )}
        </div>
        <AimLine indicator={indicator} plan={plan} />
        <LastLine indicator={indicator} last={last} />
        {indicator.breakdown ? (
          <PartInputs indicator={indicator} breakdown={indicator.breakdown} />
        ) : (
          <Inputs indicator={indicator} />
        )}
        <SourceField indicator={indicator} />
        <Note indicator={indicator} />
      </fieldset>
    </FieldFrame>
  )
}

/** What is to be reached next, and where one began. */
function AimLine({ indicator, plan }: Pick<Props, 'indicator' | 'plan'>) {
  const { t, format } = useTexts('indicators', 'core')
  const { periodEnd } = useForm()
  if (!plan) return null
  const { baseline } = plan
  const target = targetInForce(plan.targets, periodEnd)
  const said = ({ figure, on }: { readonly figure: number; readonly on: string }) => ({
    value: figureText(t, format, indicator, figure),
    date: format.date(on, 'short'),
  })
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-muted">
      {target && <span className="font-medium text-text">{t('indicators:targetOn', said(target))}</span>}
      {baseline && <span>{t('indicators:baselineOn', said(baseline))}</span>}
    </p>
  )
}

/** What was reported last, between which figures nobody would ask, and one tap that says the same again. */
function LastLine({ indicator, last }: Pick<Props, 'indicator' | 'last'>) {
  const { t, format } = useTexts('indicators', 'core', 'reports')
  const { draft, surroundings } = useForm()
  if (!last) return <p className="text-sm text-muted">{t('indicators:noValue')}</p>
  const { id: indicatorId, kind } = indicator
  const range = plausibleRange(kind, surroundings.earlier[indicatorId] ?? [])
  const figure = (value: number): string => (kind === 'ratio' ? format.percent(value / 100) : format.number(value))
  const value = valueText(t, format, indicator, last.value)
  const takeOver = () => {
    if (!indicator.breakdown) return draft.answer({ field: 'indicator', indicatorId, value: last.value }, true)
    for (const [part, figures] of Object.entries(last.parts ?? {}))
      draft.answer({ field: 'part', indicatorId, part, value: figures }, true)
  }
  return (
    <>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{t('indicators:lastValue', { value, date: format.date(last.periodEnd, 'short') })}</span>
        {range && <span>{t('reports:plausible', { low: figure(range.low), high: figure(range.high) })}</span>}
      </p>
      {isBlank(valueIn(draft.content, indicator)) && (!indicator.breakdown || last.parts) && (
        <span className="-ml-2">
          <TakeOver label={t('reports:asLastTime', { value })} isTaken={false} onTake={takeOver} />
        </span>
      )}
    </>
  )
}

/** Where somebody would ask how the value came about, it is said at once. */
function Note({ indicator }: Pick<Props, 'indicator'>) {
  const { t } = useTexts('reports')
  const { draft, problemOf, surroundings } = useForm()
  const { id: indicatorId } = indicator
  const note = draft.content.notes?.[indicatorId] ?? ''
  if (!needsWord(draft.content, indicator, surroundings.earlier[indicatorId] ?? []) && note === '') return null
  return (
    <FieldFrame field={`note:${indicatorId}`}>
      <TextArea
        label={t('reports:why')}
        error={problemOf(`note:${indicatorId}`)}
        value={note}
        onChange={(value) => draft.answer({ field: 'note', indicatorId, value })}
        onBlur={draft.flush}
        rows={1}
        maxRows={6}
        maxLength={500}
      />
    </FieldFrame>
  )
}
