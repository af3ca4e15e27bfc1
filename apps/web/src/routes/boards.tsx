import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'

export const boardsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'boards',
  validateSearch: ({ task }: Record<string, unknown>): { task?: string } => (typeof task === 'string' ? { task } : {}),
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
})
