import { createRoute, redirect } from '@tanstack/react-router'
import { signedInRoute, spaceRoute } from './routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyView(() => import('./home.tsx'), 'Home'),
})

/** Addresses that lead nowhere, inside the shell; whoever is signed out signs in first. */
export const nowhereRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '$',
  component: lazyView(() => import('../lib/failure.tsx'), 'NotThere'),
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
  component: lazyView(() => import('./space-overview.tsx'), 'SpaceOverview'),
})

export const spacePeopleRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'people',
  component: lazyView(() => import('./space-people.tsx'), 'SpacePeople'),
})
