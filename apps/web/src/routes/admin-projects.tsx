import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const adminProjectsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/projects',
  component: lazyView(() => import('../features/projects/admin-projects-view.tsx'), 'AdminProjectsView'),
})

export const newProjectRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/projects/new',
  component: lazyView(() => import('../features/projects/new-project-view.tsx'), 'NewProjectView'),
})
