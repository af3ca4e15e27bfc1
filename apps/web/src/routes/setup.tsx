import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../app/routes.tsx'

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'setup',
  component: lazyRouteComponent(() => import('../features/setup/setup-view.tsx'), 'SetupView'),
})
