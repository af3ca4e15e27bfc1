import { createRoute } from '@tanstack/react-router'
import { rootRoute, signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in',
  validateSearch: (search): { next?: string } => (typeof search['next'] === 'string' ? { next: search['next'] } : {}),
  component: lazyView(() => import('../features/sessions/sign-in-view.tsx'), 'SignInView'),
})

export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in/link',
  component: lazyView(() => import('../features/sessions/link-view.tsx'), 'LinkView'),
})

export const profileRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'profile',
  component: lazyView(() => import('../features/sessions/profile-view.tsx'), 'ProfileView'),
})
