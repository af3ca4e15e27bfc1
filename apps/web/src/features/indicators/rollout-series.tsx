import { indicatorName } from '@kolo/i18n'
import { Sparkline } from '@kolo/charts'
import { hasTotal } from '@kolo/domain/indicators/over-periods'
import { figureOf } from '@kolo/domain/indicators/values'
import { Disclosure, EmptyState, Panel, SkeletonList, Table } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { ChartLine } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { figureText, rolledUpText, valueText } from '../../lib/indicator-texts.ts'
import { PartsText } from '../../lib/parts-text.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'
import { pointText, readingText } from './point-text.ts'

type Series = Outputs['indicators']['series'][number]

/** The accepted values of a rollout over time: a line for each indicator, with its table behind. */
export function RolloutSeries({ rolloutId }: { rolloutId: string }) {
  const { t } = useTexts('indicators', 'core')
  const { data, error, refetch } = useQuery(trpc.indicators.series.queryOptions({ rolloutId }))
  return (
    <Panel title={t('indicators:overTime')}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList label={t('core:loading')} />
      ) : data.length === 0 ? (
        <EmptyState icon={ChartLine} title={t('indicators:noAccepted')} />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {data.map((series) => (
            <li key={series.indicator.id} className="min-w-0">
              <Line series={series} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Line({ series }: { series: Series }) {
  const { t, format } = useTexts('indicators', 'core')
  const { indicator, points } = series
  const name = indicatorName(t, indicator)
  const figures = points.map(({ reading }) => (reading.state === 'reported' ? figureOf(reading.value) : null))
  const last = points.findLast(({ reading }) => reading.state === 'reported')?.reading
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0">
          <span className="block text-sm text-muted">{name}</span>
          <span className="font-semibold tabular-nums">
            {last?.state === 'reported' ? valueText(t, format, indicator, last.value) : t('indicators:noValue')}
          </span>
          <Measures series={series} />
        </span>
        <Sparkline
          values={figures}
          targets={points.map(({ target }) => target?.figure ?? null)}
          label={t('indicators:seriesOf', {
            indicator: name,
            values: format.list(points.map((point) => pointText(t, format, indicator, point))),
          })}
        />
      </div>
      <Disclosure title={<span className="text-sm font-normal text-muted">{t('indicators:asTable')}</span>}>
        <Points series={series} />
      </Disclosure>
    </div>
  )
}

/** Where the rollout began, and what it is to reach next. */
function Measures({ series: { indicator, baseline, overPeriods, points } }: { series: Series }) {
  const { t, format } = useTexts('indicators', 'core')
  const target = points.at(-1)?.target
  const figure = (value: number): string => figureText(t, format, indicator, value)
  const total = hasTotal(indicator) && points.length > 1 ? rolledUpText(t, format, overPeriods) : null
  return (
    <span className="block text-sm text-muted tabular-nums empty:hidden">
      {target && t('indicators:targetOn', { value: figure(target.figure), date: format.date(target.on, 'short') })}
      {total !== null && (
        <span className="block">
          {t('indicators:allPeriods')}: {total}
        </span>
      )}
      {baseline && (
        <span className="block">
          {t('indicators:baselineOn', { value: figure(baseline.figure), date: format.date(baseline.on, 'short') })}
        </span>
      )}
    </span>
  )
}

function Points({ series: { indicator, points } }: { series: Series }) {
  const { t, format } = useTexts('indicators', 'core')
  return (
    <Table
      caption={indicatorName(t, indicator)}
      rows={points.toReversed()}
      rowId={({ periodStart }) => periodStart}
      columns={[
        {
          id: 'period',
          title: t('indicators:period'),
          isRowHeader: true,
          render: (point) => format.dateRange(point.periodStart, point.periodEnd),
        },
        {
          id: 'value',
          title: t('indicators:value'),
          align: 'end',
          render: (point) => (
            <>
              {readingText(t, format, indicator, point)}
              <span className="flex justify-end empty:hidden">
                <PartsText indicator={indicator} parts={point.parts} />
              </span>
              {point.source && (
                <span className="block text-sm wrap-anywhere text-muted">
                  {t('indicators:sourceOf', { source: point.source })}
                </span>
              )}
            </>
          ),
        },
        {
          id: 'target',
          title: t('indicators:target'),
          align: 'end',
          render: ({ target }) => target && figureText(t, format, indicator, target.figure),
        },
      ]}
    />
  )
}
