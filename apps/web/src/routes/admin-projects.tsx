import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'

export const adminProjectsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/projects',
  component: lazyRouteComponent(() => import('../features/projects/admin-projects-view.tsx'), 'AdminProjectsView'),
})

export const newProjectRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/projects/new',
  component: lazyRouteComponent(() => import('../features/projects/new-project-view.tsx'), 'NewProjectView'),
})
