import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const profileRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'profile',
  component: lazyView(() => import('../features/sessions/profile-view.tsx'), 'ProfileView'),
})
