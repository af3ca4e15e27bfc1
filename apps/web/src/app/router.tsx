import { createRouter } from '@tanstack/react-router'
import { documentRoute, documentsRoute } from '../routes/documents.tsx'
import { importMunicipalitiesRoute, systemsRoute } from '../routes/admin-catalogues.tsx'
import { adminProjectsRoute, newProjectRoute } from '../routes/admin-projects.tsx'
import { municipalitiesRoute, municipalityRoute } from '../routes/municipalities.tsx'
import { administrationRoute } from '../routes/administration.tsx'
import { coordinationRoute, invitationRoute } from '../routes/invitations.tsx'
import { projectAboutRoute, projectRoute } from '../routes/projects.tsx'
import { indicatorsRoute } from '../routes/indicators.tsx'
import { reportRoute, reportsRoute, spaceReportsRoute } from '../routes/reports.tsx'
import { linkRoute, profileRoute, signInRoute } from '../routes/sessions.tsx'
import { setupRoute } from '../routes/setup.tsx'
import { threadRoute, threadsRoute } from '../routes/threads.tsx'
import { rootRoute, signedInRoute, spaceRoute } from './routes.tsx'
import { homeRoute, spaceIndexRoute, spaceOverviewRoute, spacePeopleRoute } from './own-routes.tsx'

const routeTree = rootRoute.addChildren([
  signInRoute,
  linkRoute,
  setupRoute,
  invitationRoute,
  signedInRoute.addChildren([
    homeRoute,
    profileRoute,
    administrationRoute,
    projectRoute,
    projectAboutRoute,
    municipalitiesRoute,
    municipalityRoute,
    adminProjectsRoute,
    newProjectRoute,
    importMunicipalitiesRoute,
    systemsRoute,
    indicatorsRoute,
    reportsRoute,
    spaceRoute.addChildren([spaceIndexRoute, spaceOverviewRoute, spacePeopleRoute, coordinationRoute, threadsRoute, threadRoute, documentsRoute, documentRoute, spaceReportsRoute, reportRoute]),
  ]),
])

/** Every address of the hub: a line for each noun. Code comes when it is needed, or when a link is about to be followed. */
export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
