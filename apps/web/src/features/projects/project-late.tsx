import { stageName } from '@kolo/i18n'
import { Button, EmptyState, Panel } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { CircleCheckBig, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Overview } from './projects.data.ts'

const atFirst = 6

type LateProps = {
  readonly overview: Overview
  titleOf(space: { readonly id: string; readonly kind: string; readonly title: string }): string
}

/** What is late, and whom it waits for; every line leads to where it can be mended. */
export function ProjectLate({ overview, titleOf }: LateProps) {
  const { t, format } = useTexts('projects', 'stages', 'core')
  const [all, setAll] = useState(false)
  const { lookup } = usePeople()
  const stages = overview.stages.filter((stage) => overview.late.stageIds.includes(stage.id))
  const tasks = all ? overview.late.tasks : overview.late.tasks.slice(0, atFirst)
  const assigned = (ids: readonly string[]) =>
    ids.length === 0
      ? t('projects:nobodyAssigned')
      : t('projects:waitsOn', { whom: format.list(ids.map((id) => lookup(id).name)) })
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
            title={`${titleOf({ ...late, id: late.spaceId })}: ${t('projects:lateTasks', { count: late.count })}`}
            about={`${t('projects:oldest', { date: format.date(late.oldestDueOn) })} · ${assigned(late.assigneeIds)}`}
          />
        ))}
      </ul>
      {tasks.length < overview.late.tasks.length && (
        <Button variant="plain" className="m-2" onPress={() => setAll(true)}>
          {t('core:showAll')}
        </Button>
      )}
    </Panel>
  )
}

type LineProps = {
  readonly spaceId: string | null
  readonly tab: 'overview' | 'boards'
  readonly title: string
  readonly about: ReactNode
}

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
