import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const projectRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'projects/$slug',
  component: lazyView(() => import('../app/project-page.tsx'), 'ProjectPage'),
})

export const projectAboutRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'projects/$slug/about',
  component: lazyView(() => import('../features/projects/about-view.tsx'), 'AboutView'),
})
