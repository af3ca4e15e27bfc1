import { router } from '../transports/trpc/procedures.ts'
import { documentsRouter } from './documents/documents.router.ts'
import { boardsRouter } from './boards/boards.router.ts'
import { filesRouter } from './files/files.router.ts'
import { administrationRouter } from './administration/administration.router.ts'
import { invitationsRouter } from './invitations/invitations.router.ts'
import { organizationsRouter } from './organizations/organizations.router.ts'
import { peopleRouter } from './people/people.router.ts'
import { sessionsRouter } from './sessions/sessions.router.ts'
import { setupRouter } from './setup/setup.router.ts'
import { municipalitiesRouter } from './municipalities/municipalities.router.ts'
import { projectsRouter } from './projects/projects.router.ts'
import { rolloutsRouter } from './rollouts/rollouts.router.ts'
import { stagesRouter } from './stages/stages.router.ts'
import { systemsRouter } from './systems/systems.router.ts'
import { indicatorsRouter } from './indicators/indicators.router.ts'
import { plansRouter } from './plans/plans.router.ts'
import { wavesRouter } from './waves/waves.router.ts'
import { targetsRouter } from './targets/targets.router.ts'
import { milestonesRouter } from './milestones/milestones.router.ts'
import { cyclesRouter } from './cycles/cycles.router.ts'
import { reportsRouter } from './reports/reports.router.ts'
import { spacesRouter } from './spaces/spaces.router.ts'
import { threadsRouter } from './threads/threads.router.ts'

/** Every procedure of the hub: a line for each noun. */
export const appRouter = router({
  administration: administrationRouter,
  invitations: invitationsRouter,
  organizations: organizationsRouter,
  people: peopleRouter,
  sessions: sessionsRouter,
  setup: setupRouter,
  spaces: spacesRouter,
  systems: systemsRouter,
  stages: stagesRouter,
  rollouts: rolloutsRouter,
  projects: projectsRouter,
  municipalities: municipalitiesRouter,
  documents: documentsRouter,
  threads: threadsRouter,
  boards: boardsRouter,
  files: filesRouter,
  indicators: indicatorsRouter,
  targets: targetsRouter,
  milestones: milestonesRouter,
  cycles: cyclesRouter,
  plans: plansRouter,
  waves: wavesRouter,
  reports: reportsRouter,
})

export type AppRouter = typeof appRouter
