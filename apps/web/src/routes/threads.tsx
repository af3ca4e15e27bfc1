import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'

export const threadsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'threads',
  component: lazyRouteComponent(() => import('../features/threads/threads-view.tsx'), 'ThreadsView'),
})

export const threadRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'threads/$threadId',
  component: lazyRouteComponent(() => import('../features/threads/threads-view.tsx'), 'ThreadsView'),
})
