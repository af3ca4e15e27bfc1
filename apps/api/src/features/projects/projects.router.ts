import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { appointCoordinator, dismissCoordinator } from './commands/choose-coordinators.ts'
import { createProject } from './commands/create-project.ts'
import { describeProject } from './commands/describe-project.ts'
import { setApproval } from './commands/set-approval.ts'
import { projectMap, projectMatrix } from './matrix.queries.ts'
import { projectNavigation } from './navigation.queries.ts'
import { projectOverview } from './overview.queries.ts'
import { administeredProjects, myProjects, projectById } from './projects.queries.ts'

/** Procedures of `projects`. */
export const projectsRouter = router({
  create: mutation(createProject),
  describe: mutation(describeProject),
  setApproval: mutation(setApproval),
  appointCoordinator: mutation(appointCoordinator),
  dismissCoordinator: mutation(dismissCoordinator),
  mine: read(myProjects),
  administered: read(administeredProjects),
  byId: read(projectById),
  overview: read(projectOverview),
  matrix: read(projectMatrix),
  map: read(projectMap),
  navigation: read(projectNavigation),
})
