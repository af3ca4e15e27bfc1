import { Panel } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'
import { useTexts } from '../lib/texts.tsx'
import { type Outputs, trpc } from '../lib/trpc.ts'
import { useSpaceNames } from './space-title.ts'

type Cell = Outputs['reports']['waiting'][number]['cell']

/** Reports that hold somebody up: overdue and returned ones wait for the municipality, submitted ones for the coordinator. */
export function ProjectWaiting({ projectId, coordinators }: { projectId: string; coordinators: readonly string[] }) {
  const { t, format } = useTexts('projects', 'reports', 'roles')
  const nameOf = useSpaceNames()
  const { data: waiting = [] } = useQuery(trpc.reports.waiting.queryOptions({ projectId }))
  if (waiting.length === 0) return null
  const whom = (cell: Cell) => (cell.state === 'submitted' ? format.list(coordinators) : t('roles:municipality'))
  const state = (cell: Cell) => (cell.overdue ? t('reports:overdue') : t(`reports:${cell.state}`))
  return (
    <Panel title={t('projects:waitingForWhom')} isFlush>
      <ul className="divide-y">
        {waiting.map(({ title, spaceId, cell }) => (
          <li key={cell.reportId}>
            <Link
              to="/spaces/$spaceId/reports/$reportId"
              params={{ spaceId, reportId: cell.reportId }}
              className="flex min-h-11 gap-2 px-4 py-2 hover:bg-hover"
            >
              <Hourglass size={16} aria-hidden className="mt-0.5 shrink-0 text-attention" />
              <span className="flex min-w-0 flex-col">
                <span>{nameOf({ id: spaceId, kind: 'rollout', title }).title}</span>
                <span className="text-sm text-muted">
                  {[
                    state(cell),
                    format.dateRange(cell.periodStart, cell.periodEnd),
                    t('projects:waitsOn', { whom: whom(cell) }),
                  ].join(' · ')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
