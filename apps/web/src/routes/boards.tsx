import { createRoute } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const boardsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'boards',
  validateSearch: ({ task }: Record<string, unknown>): { task?: string } => (typeof task === 'string' ? { task } : {}),
  component: lazyView(() => import('./board-page.tsx'), 'BoardPage'),
})
