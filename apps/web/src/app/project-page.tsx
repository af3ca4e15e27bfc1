import { ProjectView } from '../features/projects/project-view.tsx'
import { NewRollout } from '../features/rollouts/new-rollout.tsx'

/** The project page with what other nouns bring to it. */
export function ProjectPage() {
  return <ProjectView newRollout={(overview) => <NewRollout overview={overview} />} />
}
