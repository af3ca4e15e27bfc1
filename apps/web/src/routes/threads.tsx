import { createRoute } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const threadsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'threads',
  component: lazyView(() => import('../features/threads/threads-view.tsx'), 'ThreadsView'),
})

export const threadRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'threads/$threadId',
  component: lazyView(() => import('../features/threads/threads-view.tsx'), 'ThreadsView'),
})
