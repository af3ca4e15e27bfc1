import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'

export const importMunicipalitiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/municipalities/import',
  component: lazyRouteComponent(() => import('../features/municipalities/import-view.tsx'), 'ImportView'),
})

export const systemsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/systems',
  component: lazyRouteComponent(() => import('../features/systems/systems-view.tsx'), 'SystemsView'),
})
