import { createRoute } from '@tanstack/react-router'
import { signedInRoute, spaceRoute } from '../app/routes.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const spaceReportsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'reports',
  component: lazyView(() => import('../app/reports-pages.tsx'), 'SpaceReportsPage'),
})

export const reportRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'reports/$reportId',
  component: lazyView(() => import('../features/reports/report-view.tsx'), 'ReportView'),
})

export const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'reports',
  component: lazyView(() => import('../app/reports-pages.tsx'), 'ReportsPage'),
})
