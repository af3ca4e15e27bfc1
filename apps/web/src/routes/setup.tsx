import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'setup',
  component: lazyView(() => import('../features/setup/setup-view.tsx'), 'SetupView'),
})
