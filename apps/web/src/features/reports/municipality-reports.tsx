import { EmptyState, List, ListRow, Panel, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { ClipboardList } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { systemIn, useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ReportBadge } from './report-badge.tsx'

/** The newest reports of a municipality, whichever its rollout. */
export function MunicipalityReports({ municipalityId }: { municipalityId: string }) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('reports', 'municipalities', 'core')
  const { data, error, refetch } = useQuery(trpc.reports.ofMunicipality.queryOptions({ municipalityId }))
  return (
    <Panel title={t('municipalities:latestReports')} isFlush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList label={t('core:loading')} />
      ) : (
        <List
          label={t('municipalities:latestReports')}
          items={data.map((report) => ({ ...report, id: report.cell.reportId }))}
          empty={<EmptyState icon={ClipboardList} title={t('municipalities:noReports')} />}
        >
          {({ id, title, spaceId, cell }) => (
            <ListRow
              id={id}
              href={`/spaces/${spaceId}/reports/${id}`}
              textValue={`${systemIn(titleOf(title))}, ${format.period(cell)}`}
              title={systemIn(titleOf(title))}
              description={format.period(cell)}
              trailing={<ReportBadge state={cell.state} overdue={cell.overdue} />}
            />
          )}
        </List>
      )}
    </Panel>
  )
}
