import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'

/** Below it: everything. */
export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: lazyRouteComponent(() => import('../lib/failure.tsx'), 'NotThere'),
})

/** Below it: what only those who are signed in see, inside the shell. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'in',
  component: lazyRouteComponent(() => import('./signed-in.tsx'), 'SignedIn'),
})

/** Below it: the tabs of one space. */
export const spaceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'spaces/$spaceId',
  component: lazyRouteComponent(() => import('./space-layout.tsx'), 'SpaceLayout'),
})
