import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const importMunicipalitiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/municipalities/import',
  component: lazyView(() => import('../features/municipalities/import-view.tsx'), 'ImportView'),
})

export const systemsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/systems',
  component: lazyView(() => import('../features/systems/systems-view.tsx'), 'SystemsView'),
})
