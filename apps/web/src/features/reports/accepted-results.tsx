import { EmptyState, HealthBadge, Panel, SkeletonList, Table } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { ClipboardList } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** For observers: what was accepted of each rollout, the newest period first. */
export function AcceptedResults({ projectId }: { projectId: string }) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('reports', 'rollouts', 'core')
  const { data, error, refetch } = useQuery(trpc.reports.results.queryOptions({ projectId }))
  const rows = data?.toSorted((a, b) => (a.periodStart < b.periodStart ? 1 : -1)) ?? []
  return (
    <Panel title={t('reports:results')} isFlush>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList label={t('core:loading')} />}
      {data && (
        <Table
          caption={t('rollouts:rollouts')}
          rows={rows}
          rowId={({ rolloutId, periodStart }) => `${rolloutId} ${periodStart}`}
          empty={<EmptyState icon={ClipboardList} title={t('reports:noResults')} />}
          columns={[
            { id: 'rollout', title: t('rollouts:rollout'), isRowHeader: true, render: ({ title }) => titleOf(title) },
            { id: 'period', title: t('reports:period'), render: (row) => format.period(row) },
            {
              id: 'health',
              title: t('reports:health'),
              render: ({ health }) =>
                health ? <HealthBadge health={health} label={t(`rollouts:${health}`)} /> : t('reports:nothingToReport'),
            },
            {
              id: 'progress',
              title: t('reports:progress'),
              align: 'end',
              render: ({ progress }) => (progress === null ? '–' : format.percent(progress / 100)),
            },
          ]}
        />
      )}
    </Panel>
  )
}
