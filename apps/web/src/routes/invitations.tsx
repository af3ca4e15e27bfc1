import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, spaceRoute } from '../app/routes.tsx'

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
