import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'

export const projectRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'projects/$slug',
  component: lazyRouteComponent(() => import('../app/project-page.tsx'), 'ProjectPage'),
})

export const projectAboutRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'projects/$slug/about',
  component: lazyRouteComponent(() => import('../features/projects/about-view.tsx'), 'AboutView'),
})
