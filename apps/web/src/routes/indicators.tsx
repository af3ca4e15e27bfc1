import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const indicatorsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin/indicators',
  component: lazyView(() => import('../features/indicators/catalogue-view.tsx'), 'CatalogueView'),
})
