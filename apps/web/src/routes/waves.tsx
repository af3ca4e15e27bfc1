import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const wavesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'projects/$slug/waves',
  component: lazyView(() => import('../app/wave-page.tsx'), 'WavePage'),
})
