import { ProjectFrame } from '../features/projects/project-frame.tsx'
import { WaveView } from '../features/waves/wave-view.tsx'
import { NotThere } from '../lib/failure.tsx'

/** Where a project's coordinator begins rollouts. */
export function WavePage() {
  return (
    <ProjectFrame current="waves">
      {({ commonsSpaceId, coordinationSpaceId, ...overview }) =>
        commonsSpaceId && coordinationSpaceId ? (
          <WaveView project={{ ...overview, commonsSpaceId, coordinationSpaceId }} />
        ) : (
          <NotThere />
        )
      }
    </ProjectFrame>
  )
}
