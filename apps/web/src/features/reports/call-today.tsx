import { EmptyState, Panel, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PhoneCall, Smile } from 'lucide-react'
import { Failure } from '../../lib/failure.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type ToCall = Outputs['reports']['callToday'][number]
type Reason = ToCall['reasons'][number]

/** Whom the coordinator should call today and why, most urgent first; each reason leads to what says so. */
export function CallToday({ projectId }: { readonly projectId: string }) {
  const { t } = useTexts('reports', 'core')
  const { data, error, refetch } = useQuery(trpc.reports.callToday.queryOptions({ projectId }))
  return (
    <Panel title={t('reports:callToday')} isFlush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="p-4">
          <SkeletonList label={t('core:loading')} />
        </div>
      ) : data.length === 0 ? (
        <EmptyState icon={Smile} title={t('reports:callNobody')} />
      ) : (
        <ul aria-label={t('reports:callToday')} className="divide-y">
          {data.map((one) => (
            <Line key={one.rolloutId} toCall={one} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Line({ toCall }: { readonly toCall: ToCall }) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('reports')
  const { lookup } = usePeople()
  return (
    <li className="flex gap-3 px-4 py-3">
      <PhoneCall size={16} aria-hidden className="mt-1 shrink-0 text-attention" />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div className="flex min-w-0 flex-col gap-1">
          <Link
            to="/spaces/$spaceId/reports"
            params={{ spaceId: toCall.spaceId }}
            className="focus-ring w-fit rounded font-medium hover:underline"
          >
            {titleOf(toCall.title)}
          </Link>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {toCall.reasons.map((reason) => (
              <li key={reason.kind}>
                <ReasonLink toCall={toCall} reason={reason} />
              </li>
            ))}
          </ul>
        </div>
        {toCall.personIds.length > 0 && (
          <span className="text-sm text-muted">
            {t('reports:callWhom', { whom: format.list(toCall.personIds.map((id) => lookup(id).name)) })}
          </span>
        )}
      </div>
    </li>
  )
}

/** Where one reads it oneself. */
function pathOf({ spaceId, overdueReportId, helpThreadId }: ToCall, { kind }: Reason): string {
  const space = `/spaces/${spaceId}`
  if (kind === 'reportOverdue') return `${space}/reports/${overdueReportId}`
  if (kind === 'helpUnanswered') return `${space}/threads/${helpThreadId}`
  if (kind === 'nobodyWrites') return `${space}/people`
  return kind === 'silent' ? space : `${space}/reports`
}

function ReasonLink({ toCall, reason }: { readonly toCall: ToCall; readonly reason: Reason }) {
  const { t } = useTexts('reports')
  const { kind } = reason
  const text =
    'days' in reason
      ? t(`reports:${reason.kind}`, { days: reason.days })
      : 'count' in reason
        ? t('reports:blockedAgain', { count: reason.count })
        : t(`reports:${reason.kind}`)
  return (
    <Link
      to={pathOf(toCall, reason)}
      className={`focus-ring inline-block rounded underline pointer-coarse:py-1.5 ${kind === 'silent' ? 'text-muted' : ''}`}
    >
      {text}
    </Link>
  )
}
