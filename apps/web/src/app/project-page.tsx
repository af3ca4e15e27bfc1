import { ProjectView } from '../features/projects/project-view.tsx'
import { AcceptedResults } from '../features/reports/accepted-results.tsx'
import { NewRollout } from '../features/rollouts/new-rollout.tsx'
import { ProjectWaiting } from './project-waiting.tsx'
import { useSpaceNames } from './space-title.ts'

/** The page of a project with what other nouns bring to it. */
export function ProjectPage() {
  const nameOf = useSpaceNames()
  return (
    <ProjectView
      titleOf={(space) => nameOf(space).title}
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
