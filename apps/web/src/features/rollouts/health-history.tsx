import { healthHistoryOf, type HealthPoint } from '@kolo/domain/reports/health-history'
import type { Report } from '@kolo/domain/reports/reports'
import { HealthMark, Panel } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/texts.tsx'

const atMost = 12
const fills = {
  onTrack: 'bg-health-on-track',
  atRisk: 'bg-health-at-risk',
  offTrack: 'bg-health-off-track',
} as const

/** How the rollout went from report to report: a column for each, as high as the progress; it leads to the report. */
export function HealthHistory({ spaceId, reports }: { readonly spaceId: string; readonly reports: readonly Report[] }) {
  const { t } = useTexts('rollouts')
  const history = healthHistoryOf(reports, atMost)
  if (history.length < 2) return null
  return (
    <Panel title={t('rollouts:healthOverTime')}>
      <ol aria-label={t('rollouts:healthOverTime')} className="flex items-stretch gap-2 overflow-x-auto">
        {history.map((point) => (
          <li key={point.reportId} className="flex max-w-28 min-w-20 flex-1">
            <Column spaceId={spaceId} point={point} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Column({ spaceId, point }: { readonly spaceId: string; readonly point: HealthPoint }) {
  const { t, format } = useTexts('rollouts')
  const { reportId, health, progress } = point
  return (
    <Link
      to="/spaces/$spaceId/reports/$reportId"
      params={{ spaceId, reportId }}
      className="focus-ring flex min-w-0 flex-1 flex-col gap-1 rounded p-1 text-center hover:bg-hover"
    >
      <span className="flex items-center justify-center gap-1 text-sm font-medium tabular-nums">
        <HealthMark health={health} size={10} />
        {progress === null ? '–' : format.percent(progress / 100)}
      </span>
      <span className="sr-only">{t(`rollouts:${health}`)}</span>
      <span aria-hidden className="flex h-24 items-end rounded bg-sunken">
        <span className={`w-full rounded ${fills[health]}`} style={{ height: `${progress ?? 0}%` }} />
      </span>
      <span className="text-xs text-muted">{format.period(point)}</span>
    </Link>
  )
}
