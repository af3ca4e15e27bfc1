import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'

export const documentsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'documents',
  component: lazyRouteComponent(() => import('../features/documents/documents-view.tsx'), 'DocumentsView'),
})

export const documentRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'documents/$documentId',
  component: lazyRouteComponent(() => import('../features/documents/document-view.tsx'), 'DocumentView'),
})
