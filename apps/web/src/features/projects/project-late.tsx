import { EmptyState, Panel } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { CircleCheckBig, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { stageName } from '../../lib/catalogue-names.ts'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Overview } from './projects.data.ts'

/** What is late, and whom it waits for; every line leads to where it can be mended. */
export function ProjectLate({ overview }: { overview: Overview }) {
  const { t, format } = useTexts('projects', 'stages')
  const { lookup } = usePeople()
  const stages = overview.stages.filter((stage) => overview.late.stageIds.includes(stage.id))
  const { tasks } = overview.late
  const assigned = (ids: readonly string[]) =>
    ids.length === 0 ? t('projects:nobodyAssigned') : t('projects:waitsOn', { whom: format.list(ids.map((id) => lookup(id).name)) })
  return (
    <Panel title={t('projects:late')} isFlush>
      {stages.length + tasks.length === 0 && <EmptyState icon={CircleCheckBig} title={t('projects:nothingLate')} />}
      <ul className="divide-y">
        {stages.map((stage) => (
          <Line
            key={stage.id}
            spaceId={stage.spaceId}
            tab="overview"
            title={t('projects:lateStage', { title: stageName(t, stage) })}
            about={t('stages:endsAt', { date: format.date(stage.endsOn) })}
          />
        ))}
        {tasks.map((late) => (
          <Line
            key={late.spaceId}
            spaceId={late.spaceId}
            tab="boards"
            title={`${late.title}: ${t('projects:lateTasks', { count: late.count })}`}
            about={`${t('projects:oldest', { date: format.date(late.oldestDueOn) })} · ${assigned(late.assigneeIds)}`}
          />
        ))}
      </ul>
    </Panel>
  )
}

type LineProps = { readonly spaceId: string | null; readonly tab: string; readonly title: string; readonly about: ReactNode }

function Line({ spaceId, tab, title, about }: LineProps) {
  const content = (
    <>
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-attention" />
      <span className="flex min-w-0 flex-col">
        <span>{title}</span>
        <span className="text-sm text-muted">{about}</span>
      </span>
    </>
  )
  return (
    <li>
      {spaceId === null ? (
        <div className="flex gap-2 px-4 py-2">{content}</div>
      ) : (
        <Link to={`/spaces/${spaceId}/${tab}` as '/'} className="flex min-h-11 gap-2 px-4 py-2 hover:bg-hover">
          {content}
        </Link>
      )}
    </li>
  )
}
