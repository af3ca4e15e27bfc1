import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, signedInRoute } from '../app/routes.tsx'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in',
  validateSearch: (search): { next?: string } => (typeof search['next'] === 'string' ? { next: search['next'] } : {}),
  component: lazyRouteComponent(() => import('../features/sessions/sign-in-view.tsx'), 'SignInView'),
})

export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in/link',
  component: lazyRouteComponent(() => import('../features/sessions/link-view.tsx'), 'LinkView'),
})

export const profileRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'profile',
  component: lazyRouteComponent(() => import('../features/sessions/profile-view.tsx'), 'ProfileView'),
})
