import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { administrationRoute } from './administration.tsx'

export const organizationsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'organizations',
  component: lazyRouteComponent(() => import('../features/organizations/organizations-view.tsx'), 'OrganizationsView'),
})

export const peopleRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'people',
  component: lazyRouteComponent(() => import('../features/people/people-view.tsx'), 'PeopleView'),
})
