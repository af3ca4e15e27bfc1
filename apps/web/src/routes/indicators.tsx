import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'

export const indicatorsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/indicators',
  component: lazyRouteComponent(() => import('../features/indicators/catalogue-view.tsx'), 'CatalogueView'),
})
