import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'

export const municipalitiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'municipalities',
  component: lazyRouteComponent(
    () => import('../features/municipalities/municipalities-view.tsx'),
    'MunicipalitiesView',
  ),
})

export const municipalityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'municipalities/$municipalityId',
  component: lazyRouteComponent(() => import('../features/municipalities/municipality-view.tsx'), 'MunicipalityView'),
})
