import { CyclePanel } from '../features/cycles/cycle-panel.tsx'
import { ProjectIndicators } from '../features/indicators/project-indicators.tsx'
import { RolloutSeries } from '../features/indicators/rollout-series.tsx'
import { TargetsPanel } from '../features/targets/targets-panel.tsx'
import { ReportsView } from '../features/reports/reports-view.tsx'
import { SpaceReportsView } from '../features/reports/space-reports-view.tsx'

/** Reports across spaces, with each project's indicators. */
export function ReportsPage() {
  return <ReportsView indicators={(projectId) => <ProjectIndicators projectId={projectId} />} />
}

/** The tab Reports of a space, with the rollout's cycle, its targets and its indicators over time. */
export function SpaceReportsPage() {
  return (
    <SpaceReportsView
      cycle={(spaceId) => (
        <>
          <CyclePanel spaceId={spaceId} />
          <TargetsPanel spaceId={spaceId} />
        </>
      )}
      indicators={(rolloutId) => <RolloutSeries rolloutId={rolloutId} />}
    />
  )
}
