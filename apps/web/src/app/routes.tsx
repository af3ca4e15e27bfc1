import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'
import { lazyView } from '../lib/lazy-view.tsx'

/** Below it: everything. */
export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: lazyView(() => import('../lib/failure.tsx'), 'NotThere'),
})

/** Below it: what only those who are signed in see, inside the shell. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'in',
  component: lazyView(() => import('./signed-in.tsx'), 'SignedIn'),
})

/** Below it: the tabs of one space. */
export const spaceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'spaces/$spaceId',
  component: lazyView(() => import('./space-layout.tsx'), 'SpaceLayout'),
})
