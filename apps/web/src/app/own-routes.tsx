import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { signedInRoute, spaceRoute } from './routes.tsx'

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
})

/** Addresses that lead nowhere, inside the shell; whoever is signed out signs in first. */
export const nowhereRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '$',
  component: lazyRouteComponent(() => import('../lib/failure.tsx'), 'NotThere'),
})

export const spaceIndexRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/spaces/$spaceId/overview', params, replace: true })
  },
})

export const spaceOverviewRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'overview',
  component: lazyRouteComponent(() => import('./space-overview.tsx'), 'SpaceOverview'),
})

export const spacePeopleRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'people',
  component: lazyRouteComponent(() => import('./space-people.tsx'), 'SpacePeople'),
})
