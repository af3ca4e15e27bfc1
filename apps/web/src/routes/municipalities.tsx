import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const municipalitiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'municipalities',
  component: lazyView(() => import('../features/municipalities/municipalities-view.tsx'), 'MunicipalitiesView'),
})

export const municipalityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'municipalities/$municipalityId',
  component: lazyView(() => import('../app/municipality-page.tsx'), 'MunicipalityPage'),
})
