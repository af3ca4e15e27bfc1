import { Skeleton } from '@kolo/ui'
import { lazy, type ReactNode, Suspense } from 'react'
import { ProjectFrame } from './project-frame.tsx'
import { ProjectLate } from './project-late.tsx'
import { ProjectOrganizations } from './project-organizations.tsx'
import type { Overview } from './projects.data.ts'
import { RolloutMatrix } from './rollout-matrix.tsx'
import { ProjectRibbon } from './stage-ribbon.tsx'

const ProjectMap = lazy(() => import('./project-map.tsx').then((module) => ({ default: module.ProjectMap })))

/** What the page leaves to others: how a rollout is begun, what waits for whom in the reports, what a space is called. */
export type ProjectSlots = {
  newRollout(overview: Overview): ReactNode
  waiting(overview: Overview): ReactNode
  titleOf(space: { readonly id: string; readonly kind: string; readonly title: string }): string
}

/** The page of a project. */
export function ProjectView({ newRollout, waiting, titleOf }: ProjectSlots) {
  return (
    <ProjectFrame current="overview">
      {(overview) => (
        <>
          <ProjectRibbon overview={overview} />
          <RolloutMatrix projectId={overview.id} actions={overview.part === 'coordinator' && newRollout(overview)} />
          <div className="grid min-w-0 items-start gap-6 lg:grid-cols-[3fr_2fr]">
            <Suspense fallback={<Skeleton className="h-80 w-full" />}>
              <ProjectMap projectId={overview.id} />
            </Suspense>
            <div className="flex min-w-0 flex-col gap-6">
              {waiting(overview)}
              <ProjectLate overview={overview} titleOf={titleOf} />
              <ProjectOrganizations organizations={overview.organizations} />
            </div>
          </div>
        </>
      )}
    </ProjectFrame>
  )
}
