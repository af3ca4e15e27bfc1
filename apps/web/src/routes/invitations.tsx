import { createRoute } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'
import { administrationRoute } from './administration.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

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
