import { lazy, Suspense } from 'react'
import { useSpace } from '../lib/hub.tsx'

const StageOverview = lazy(() =>
  import('../features/stages/stage-overview.tsx').then((module) => ({ default: module.StageOverview })),
)
const RolloutOverview = lazy(() =>
  import('../features/rollouts/rollout-overview.tsx').then((module) => ({ default: module.RolloutOverview })),
)

const MilestonesPanel = lazy(() =>
  import('../features/milestones/milestones-panel.tsx').then((module) => ({ default: module.MilestonesPanel })),
)

/** What the first tab shows of the thing that the space is about: a stage, a rollout. */
export function SpaceFacts({ spaceId }: { spaceId: string }) {
  const { state } = useSpace(spaceId)
  const { kind, projectId } = state?.space ?? {}
  return (
    <Suspense fallback={null}>
      {kind === 'stage' && projectId && <StageOverview spaceId={spaceId} projectId={projectId} />}
      {kind === 'rollout' && <RolloutOverview spaceId={spaceId} milestones={<MilestonesPanel spaceId={spaceId} />} />}
    </Suspense>
  )
}
