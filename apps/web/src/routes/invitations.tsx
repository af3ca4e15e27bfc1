import { createRoute } from '@tanstack/react-router'
import { rootRoute, spaceRoute } from '../app/routes.tsx'
import { administrationRoute } from './administration.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'invitations',
  component: lazyView(() => import('../features/invitations/invitation-view.tsx'), 'InvitationView'),
})

export const coordinationRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'invitations',
  component: lazyView(() => import('../app/coordination-view.tsx'), 'CoordinationView'),
})

export const networkInvitationsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'invitations',
  component: lazyView(() => import('../features/invitations/network-invitations-view.tsx'), 'NetworkInvitationsView'),
})
