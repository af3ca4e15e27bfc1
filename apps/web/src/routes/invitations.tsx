import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, spaceRoute } from '../app/routes.tsx'
import { administrationRoute } from './administration.tsx'

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'invitations',
  component: lazyRouteComponent(() => import('../features/invitations/invitation-view.tsx'), 'InvitationView'),
})

export const coordinationRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'invitations',
  component: lazyRouteComponent(() => import('../app/coordination-view.tsx'), 'CoordinationView'),
})

export const networkInvitationsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'invitations',
  component: lazyRouteComponent(
    () => import('../features/invitations/network-invitations-view.tsx'),
    'NetworkInvitationsView',
  ),
})
