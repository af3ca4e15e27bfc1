import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'

/** Below it: the tabs of the administration. */
export const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin',
  component: lazyRouteComponent(
    () => import('../features/administration/administration-layout.tsx'),
    'AdministrationLayout',
  ),
})

export const administrationOverviewRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/administration/overview-view.tsx'), 'OverviewView'),
})
