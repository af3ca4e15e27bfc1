import { indicatorName, unitName } from '@kolo/i18n'
import { Sparkline } from '@kolo/charts'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import { blankValue, completeValue, type DraftValue, figureOf, isBlank } from '@kolo/domain/indicators/values'
import { plausibleRange } from '@kolo/domain/indicators/plausible'
import { indicatorField, needsWord } from '@kolo/domain/reports/report-content'
import type { LastValue } from '@kolo/domain/reports/last-values'
import { targetInForce, type TargetPlan } from '@kolo/domain/targets/targets'
import { TextArea } from '@kolo/ui'
import { figureText, valueText } from '../../lib/indicator-texts.ts'
import { useTexts } from '../../lib/texts.tsx'
import { Choices } from './choices.tsx'
import { FieldFrame, useForm } from './field-frame.tsx'
import { FigureField } from './figure-field.tsx'
import { TakeOver } from './report-fields.tsx'

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
        <Inputs indicator={indicator} />
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
  return (
    <>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{t('indicators:lastValue', { value, date: format.date(last.periodEnd, 'short') })}</span>
        {range && <span>{t('reports:plausible', { low: figure(range.low), high: figure(range.high) })}</span>}
      </p>
      {isBlank(draft.content.values[indicatorId]) && (
        <span className="-ml-2">
          <TakeOver
            label={t('reports:asLastTime', { value })}
            isTaken={false}
            onTake={() => draft.answer({ field: 'indicator', indicatorId, value: last.value }, true)}
          />
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

/** The inputs that the kind of figure asks for. */
function Inputs({ indicator }: { indicator: Indicator }) {
  const { t } = useTexts('indicators', 'core')
  const { draft, problemOf } = useForm()
  const { id: indicatorId, kind } = indicator
  const value = draft.content.values[indicatorId] ?? blankValue(kind)
  const answer = (next: DraftValue, atOnce = false) =>
    draft.answer({ field: 'indicator', indicatorId, value: next }, atOnce)
  const error = problemOf(indicatorField(indicatorId))
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
          value={value.weight as number | null}
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
