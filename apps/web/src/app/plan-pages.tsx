import { useParams } from '@tanstack/react-router'
import { PlanView } from '../features/plans/plan-view.tsx'
import { PlansView } from '../features/plans/plans-view.tsx'
import { ProjectFrame } from '../features/projects/project-frame.tsx'
import { NotThere } from '../lib/failure.tsx'

/** A project's plans, for all its members. */
export function PlansPage() {
  return (
    <ProjectFrame current="plans">
      {({ commonsSpaceId, slug }) =>
        commonsSpaceId ? <PlansView spaceId={commonsSpaceId} slug={slug} /> : <NotThere />
      }
    </ProjectFrame>
  )
}

/** One of them. */
export function PlanPage() {
  const { planId = '' } = useParams({ strict: false })
  return (
    <ProjectFrame current="plans">
      {({ commonsSpaceId, slug }) =>
        commonsSpaceId ? <PlanView spaceId={commonsSpaceId} slug={slug} planId={planId} /> : <NotThere />
      }
    </ProjectFrame>
  )
}
