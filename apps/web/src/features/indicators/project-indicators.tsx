import { indicatorName } from '@kolo/i18n'
import { Disclosure, EmptyState, Panel, SkeletonList, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { ChartLine } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { rolledUpText, valueText } from '../../lib/indicator-texts.ts'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type Overview = Outputs['indicators']['overview'][number]

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
              <Row overview={overview} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Row({ overview: { indicator, rolledUp, coverage, sources } }: { overview: Overview }) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('indicators', 'core')
  const silent = coverage.missing + coverage.nothingToReport
  return (
    <Disclosure
      title={
        <span className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
          <span className="min-w-60 flex-1 sm:max-w-96">{indicatorName(t, indicator)}</span>
          <span className="font-semibold tabular-nums">
            {rolledUpText(t, format, rolledUp) ?? t('indicators:noValue')}
          </span>
          <span className="text-sm font-normal text-muted">
            {t('indicators:reported', { done: coverage.reported, total: coverage.reported + silent })}
          </span>
        </span>
      }
    >
      <ul aria-label={t('indicators:sources')} className="flex flex-col gap-1 py-2">
        {sources.map(({ rolloutId, title, spaceId, reading, periodEnd }) => (
          <li key={rolloutId} className="flex flex-wrap items-baseline gap-x-3 text-sm">
            <span className="min-w-0 flex-1">
              {spaceId ? (
                <TextLink href={`/spaces/${spaceId}/reports`} isQuiet>
                  {titleOf(title)}
                </TextLink>
              ) : (
                titleOf(title)
              )}
            </span>
            <span className="tabular-nums">
              {reading.state === 'reported'
                ? valueText(t, format, indicator, reading.value)
                : t(`indicators:${reading.state}`)}
            </span>
            {periodEnd && <span className="text-muted">{format.date(periodEnd, 'short')}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
