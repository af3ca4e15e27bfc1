import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

/** Below it: the tabs of the administration. */
export const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin',
  component: lazyView(() => import('../features/administration/administration-layout.tsx'), 'AdministrationLayout'),
})

export const administrationOverviewRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/',
  component: lazyView(() => import('../features/administration/overview-view.tsx'), 'OverviewView'),
})
