import { createRoute } from '@tanstack/react-router'
import { spaceRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const documentsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'documents',
  component: lazyView(() => import('../features/documents/documents-view.tsx'), 'DocumentsView'),
})

export const documentRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'documents/$documentId',
  component: lazyView(() => import('../features/documents/document-view.tsx'), 'DocumentView'),
})
