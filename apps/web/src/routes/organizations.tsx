import { createRoute } from '@tanstack/react-router'
import { administrationRoute } from './administration.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const organizationsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'organizations',
  component: lazyView(() => import('../features/organizations/organizations-view.tsx'), 'OrganizationsView'),
})

export const peopleRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'people',
  component: lazyView(() => import('../features/people/people-view.tsx'), 'PeopleView'),
})
