import { ProjectView } from '../features/projects/project-view.tsx'
import { AcceptedResults } from '../features/reports/accepted-results.tsx'
import { NewRollout } from '../features/rollouts/new-rollout.tsx'
import { ProjectWaiting } from './project-waiting.tsx'

/** The page of a project with what other nouns bring to it. */
export function ProjectPage() {
  return (
    <ProjectView
      newRollout={(overview) => <NewRollout overview={overview} />}
      waiting={({ id, part, coordinators }) =>
        part === 'observer' ? (
          <AcceptedResults projectId={id} />
        ) : (
          <ProjectWaiting projectId={id} coordinators={coordinators.map(({ name }) => name)} />
        )
      }
    />
  )
}
