import { createRoute } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const filesRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'files',
  component: lazyView(() => import('../features/files/files-view.tsx'), 'FilesView'),
})
