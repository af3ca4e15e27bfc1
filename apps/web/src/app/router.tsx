import { createRouter } from '@tanstack/react-router'
import { documentRoute, documentsRoute } from '../routes/documents.tsx'
import { threadRoute, threadsRoute } from '../routes/threads.tsx'
import { rootRoute, signedInRoute, spaceRoute } from './routes.tsx'
import { homeRoute, spaceIndexRoute, spaceOverviewRoute, spacePeopleRoute } from './own-routes.tsx'

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    homeRoute,
    spaceRoute.addChildren([spaceIndexRoute, spaceOverviewRoute, spacePeopleRoute, threadsRoute, threadRoute, documentsRoute, documentRoute]),
  ]),
])

/** Every address of the hub: a line for each noun. Code comes when it is needed, or when a link is about to be followed. */
export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
