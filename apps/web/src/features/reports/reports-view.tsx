import { List, ListRow, PageHeader, Panel, SkeletonList, EmptyState } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { ClipboardCheck, PartyPopper } from 'lucide-react'
import { type ReactNode } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { AcceptedResults } from './accepted-results.tsx'
import { ApprovalSwitch } from './approval-switch.tsx'
import { CallToday } from './call-today.tsx'
import { CompletenessTable } from './completeness-table.tsx'
import { ExportMenu } from './export-menu.tsx'
import { ReportBadge } from './report-badge.tsx'
import { ReviewQueue } from './review-queue.tsx'

/** Reports across spaces: mine to write and to review, then each project's completeness and its indicators. */
export function ReportsView({ indicators }: { indicators(projectId: string): ReactNode }) {
  const { t } = useTexts('reports', 'projects', 'core')
  const projects = useQuery(trpc.projects.mine.queryOptions({}))
  usePageTitle(t('reports:reports'))
  const parts = new Set(projects.data?.map(({ part }) => part))
  return (
    <div className="flex min-w-0 flex-col">
      <PageHeader title={t('reports:reports')} />
      <div className="mx-auto flex w-full max-w-7xl min-w-0 flex-col gap-6 p-4 sm:p-6">
        {projects.error && <Failure error={projects.error} onRetry={() => void projects.refetch()} />}
        {projects.isPending && <SkeletonList label={t('core:loading')} />}
        {projects.data?.length === 0 && <EmptyState icon={ClipboardCheck} title={t('projects:empty')} />}
        {parts.has('municipality') && <ToWrite />}
        {parts.has('coordinator') && <ReviewQueue />}
        {projects.data?.map(({ id, shortName, part, commonsSpaceId }) => (
          <section key={id} aria-labelledby={`project-${id}`} className="flex min-w-0 flex-col gap-4">
            <header className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
              <h2 id={`project-${id}`} className="min-w-0 flex-1 text-lg font-semibold">
                {shortName}
              </h2>
              <ExportMenu projectId={id} />
            </header>
            {part === 'coordinator' && commonsSpaceId && <ApprovalSwitch commonsSpaceId={commonsSpaceId} />}
            {(part === 'coordinator' || part === 'partner') && <CallToday projectId={id} />}
            {part === 'observer' ? <AcceptedResults projectId={id} /> : <CompletenessTable projectId={id} />}
            {indicators(id)}
          </section>
        ))}
      </div>
    </div>
  )
}

function ToWrite() {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('reports', 'core')
  const { data, error, refetch } = useQuery(trpc.reports.mine.queryOptions({}))
  return (
    <Panel title={t('reports:toWrite')} isFlush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <List
          label={t('reports:toWrite')}
          items={data.map((report) => ({ ...report, id: report.reportId }))}
          empty={<EmptyState icon={PartyPopper} title={t('reports:nothingToWrite')} />}
        >
          {(report) => (
            <ListRow
              id={report.id}
              href={`/spaces/${report.rolloutSpaceId}/reports/${report.reportId}`}
              textValue={titleOf(report.title)}
              title={titleOf(report.title)}
              description={`${format.period(report)} · ${t('reports:dueOn', { date: format.date(report.dueOn) })}`}
              trailing={<ReportBadge state={report.state} overdue={report.overdue} />}
            />
          )}
        </List>
      )}
    </Panel>
  )
}

function Loading() {
  const { t } = useTexts('core')
  return (
    <div className="p-4">
      <SkeletonList label={t('core:loading')} />
    </div>
  )
}
