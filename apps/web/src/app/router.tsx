import { createRouter } from '@tanstack/react-router'
import { boardsRoute } from '../routes/boards.tsx'
import { documentRoute, documentsRoute } from '../routes/documents.tsx'
import { importMunicipalitiesRoute, systemsRoute } from '../routes/admin-catalogues.tsx'
import { adminProjectsRoute, newProjectRoute } from '../routes/admin-projects.tsx'
import { municipalitiesRoute, municipalityRoute } from '../routes/municipalities.tsx'
import { administrationOverviewRoute, administrationRoute } from '../routes/administration.tsx'
import { auditRoute, mailboxRoute, rolesRoute } from '../routes/audit.tsx'
import { coordinationRoute, networkInvitationsRoute } from '../routes/invitations.tsx'
import { organizationsRoute, peopleRoute } from '../routes/organizations.tsx'
import { planRoute, plansRoute } from '../routes/plans.tsx'
import { projectAboutRoute, projectRoute } from '../routes/projects.tsx'
import { filesRoute } from '../routes/files.tsx'
import { indicatorsRoute } from '../routes/indicators.tsx'
import { reportRoute, reportsRoute, spaceReportsRoute } from '../routes/reports.tsx'
import { profileRoute } from '../routes/sessions.tsx'
import { wavesRoute } from '../routes/waves.tsx'
import { threadRoute, threadsRoute } from '../routes/threads.tsx'
import { ViewFailure } from '../lib/view-failure.tsx'
import { rootRoute, signedInRoute, spaceRoute } from './routes.tsx'
import { homeRoute, nowhereRoute, spaceIndexRoute, spaceOverviewRoute, spacePeopleRoute } from './own-routes.tsx'

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    homeRoute,
    profileRoute,
    administrationRoute.addChildren([
      administrationOverviewRoute,
      organizationsRoute,
      peopleRoute,
      networkInvitationsRoute,
      rolesRoute,
      mailboxRoute,
      auditRoute,
    ]),
    projectRoute,
    projectAboutRoute,
    plansRoute,
    planRoute,
    wavesRoute,
    municipalitiesRoute,
    municipalityRoute,
    adminProjectsRoute,
    newProjectRoute,
    importMunicipalitiesRoute,
    systemsRoute,
    indicatorsRoute,
    reportsRoute,
    nowhereRoute,
    spaceRoute.addChildren([
      spaceIndexRoute,
      spaceOverviewRoute,
      spacePeopleRoute,
      coordinationRoute,
      threadsRoute,
      threadRoute,
      boardsRoute,
      filesRoute,
      documentsRoute,
      documentRoute,
      spaceReportsRoute,
      reportRoute,
    ]),
  ]),
])

/** Every address of the hub: a line for each noun. Code comes when it is needed, or when a link is about to be followed. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: ViewFailure,
  scrollRestoration: true,
  // Not the window scrolls, but what stands in the frame.
  scrollToTopSelectors: ['#content'],
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
