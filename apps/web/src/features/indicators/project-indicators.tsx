import { categoriesOf } from '@kolo/domain/indicators/breakdown'
import { categoryName, indicatorName } from '@kolo/i18n'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import { Disclosure, EmptyState, Facts, Panel, SkeletonList, Table, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { ChartLine } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { figureText, rolledUpText, valueText } from '../../lib/indicator-texts.ts'
import { PartsText } from '../../lib/parts-text.tsx'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'
import { Multiples } from './multiples.tsx'

type Overview = Outputs['indicators']['overview'][number]
type Source = Overview['sources'][number]

/** A project's indicators, rolled up each by its own rule; every figure opens to the rollouts that it comes from. */
export function ProjectIndicators({ projectId }: { projectId: string }) {
  const { t } = useTexts('indicators', 'core')
  const { data, error, refetch } = useQuery(trpc.indicators.overview.queryOptions({ projectId }))
  return (
    <Panel title={t('indicators:indicators')} isFlush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="p-4">
          <SkeletonList label={t('core:loading')} />
        </div>
      ) : data.length === 0 ? (
        <EmptyState icon={ChartLine} title={t('indicators:noAccepted')} />
      ) : (
        <ul className="divide-y">
          {data.map((overview) => (
            <li key={overview.indicator.id} className="px-4 py-2">
              <Row projectId={projectId} overview={overview} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

type RowProps = { readonly projectId: string; readonly overview: Overview }

function Row({ projectId, overview }: RowProps) {
  const { t, format } = useTexts('indicators', 'targets', 'core')
  const { indicator, rolledUp, coverage, sources } = overview
  const [isOpen, setOpen] = useState(false)
  const silent = coverage.missing + coverage.nothingToReport
  const measured = sources.filter(({ isReached }) => isReached !== null)
  const reached = measured.filter(({ isReached }) => isReached).length
  return (
    <Disclosure
      onOpenChange={setOpen}
      title={
        <span className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
          <span className="min-w-60 flex-1 sm:max-w-96">{indicatorName(t, indicator)}</span>
          <span className="font-semibold tabular-nums">
            {rolledUpText(t, format, rolledUp) ?? t('indicators:noValue')}
          </span>
          <span className="text-sm font-normal text-muted">
            {t('indicators:reported', { done: coverage.reported, total: coverage.reported + silent })}
          </span>
          {measured.length > 0 && (
            <span className="text-sm font-normal text-muted">
              {t('targets:reachedBy', { done: reached, total: measured.length })}
            </span>
          )}
        </span>
      }
    >
      {isOpen && indicator.kind !== 'text' && <Multiples projectId={projectId} indicator={indicator} />}
      <Categories overview={overview} />
      <Sources indicator={indicator} sources={sources} />
    </Disclosure>
  )
}

/** Each category for itself. */
function Categories({ overview: { indicator, categories } }: Pick<RowProps, 'overview'>) {
  const { t, format } = useTexts('indicators')
  const { breakdown } = indicator
  const named = new Map((breakdown ? categoriesOf(breakdown) : []).map((category) => [category.key, category]))
  const facts = categories.map(({ key, rolledUp }) => ({
    label: categoryName(t, named.get(key) ?? { key, name: key }),
    value: rolledUpText(t, format, rolledUp) ?? t('indicators:missing'),
  }))
  return facts.length === 0 ? null : (
    <div className="py-2">
      <Facts facts={facts} />
    </div>
  )
}

/** The rows that a figure comes from, each to be opened where it was reported. */
function Sources({ indicator, sources }: { readonly indicator: Indicator; readonly sources: readonly Source[] }) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('indicators', 'targets', 'core')
  return (
    <Table
      caption={t('indicators:sources')}
      rows={sources}
      rowId={({ rolloutId }) => rolloutId}
      columns={[
        {
          id: 'rollout',
          title: t('indicators:sources'),
          isRowHeader: true,
          render: ({ title, spaceId }) =>
            spaceId ? (
              <TextLink href={`/spaces/${spaceId}/reports`} isQuiet>
                {titleOf(title)}
              </TextLink>
            ) : (
              titleOf(title)
            ),
        },
        {
          id: 'value',
          title: t('indicators:value'),
          align: 'end',
          render: ({ reading, parts }) =>
            reading.state === 'reported' ? (
              <>
                {valueText(t, format, indicator, reading.value)}
                <span className="flex justify-end empty:hidden">
                  <PartsText indicator={indicator} parts={parts} />
                </span>
              </>
            ) : (
              t(`indicators:${reading.state}`)
            ),
        },
        {
          id: 'target',
          title: t('indicators:target'),
          align: 'end',
          render: ({ target, isReached }) =>
            target && (
              <>
                {figureText(t, format, indicator, target.figure)}
                {isReached !== null && (
                  <span className={`block text-sm ${isReached ? 'text-health-on-track' : 'text-attention'}`}>
                    {t(isReached ? 'targets:reached' : 'targets:notReached')}
                  </span>
                )}
              </>
            ),
        },
        {
          id: 'period',
          title: t('indicators:period'),
          align: 'end',
          className: 'max-sm:hidden',
          render: ({ periodEnd }) => periodEnd && format.date(periodEnd, 'short'),
        },
      ]}
    />
  )
}
