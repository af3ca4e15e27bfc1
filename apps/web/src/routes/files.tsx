import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'

export const filesRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'files',
  component: lazyRouteComponent(() => import('../features/files/files-view.tsx'), 'FilesView'),
})
