import { useEffect, useRef } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { type Overview, type RibbonStage, useLiveStages } from './projects.data.ts'
import { StageSegment } from './stage-segment.tsx'
import { StageTimeline } from './stage-timeline.tsx'

/** The ribbon of a project: for its members it follows the commons, for observers the query. */
export function ProjectRibbon({ overview }: { overview: Overview }) {
  return overview.commonsSpaceId === null ? (
    <StageRibbon overview={overview} stages={overview.stages} />
  ) : (
    <LiveRibbon overview={overview} commonsSpaceId={overview.commonsSpaceId} />
  )
}

function LiveRibbon({ overview, commonsSpaceId }: { overview: Overview; commonsSpaceId: string }) {
  return <StageRibbon overview={overview} stages={useLiveStages(commonsSpaceId, overview.stages)} />
}

function StageRibbon({ overview, stages }: { overview: Overview; stages: readonly RibbonStage[] }) {
  const { t } = useTexts('projects')
  const list = useRef<HTMLOListElement>(null)
  const current = stages.findLast((stage) => stage.state === 'active' || stage.state === 'atGate')?.id
  useEffect(() => {
    // On a narrow screen the ribbon opens where the project is.
    const segment = list.current?.querySelector<HTMLElement>(`[data-stage="${current}"]`)
    if (list.current && segment) list.current.scrollLeft = segment.offsetLeft - list.current.offsetLeft - 16
  }, [current])
  const leadOf = (stage: RibbonStage) => overview.organizations.find(({ id }) => id === stage.leadOrganizationId)
  return (
    <section aria-label={t('projects:ribbon')} className="flex min-w-0 flex-col gap-3">
      <StageTimeline stages={stages} today={overview.today} />
      <ol
        ref={list}
        className="relative flex snap-x snap-proximity scroll-px-4 gap-0.5 overflow-x-auto py-1 max-lg:-mx-4 max-lg:px-4"
      >
        {stages.map((stage, index) => (
          <li
            key={stage.id}
            data-stage={stage.id}
            className="flex min-w-40 flex-1 max-sm:min-w-52 snap-start first:ml-0 -ml-2"
          >
            <StageSegment
              stage={stage}
              number={index + 1}
              total={stages.length}
              lead={leadOf(stage)}
              today={overview.today}
              part={overview.part}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
