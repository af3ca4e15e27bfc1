import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const plansRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'projects/$slug/plans',
  component: lazyView(() => import('../app/plan-pages.tsx'), 'PlansPage'),
})

export const planRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'projects/$slug/plans/$planId',
  component: lazyView(() => import('../app/plan-pages.tsx'), 'PlanPage'),
})
