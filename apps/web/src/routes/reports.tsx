import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute, spaceRoute } from '../app/routes.tsx'

export const spaceReportsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'reports',
  component: lazyRouteComponent(() => import('../app/reports-pages.tsx'), 'SpaceReportsPage'),
})

export const reportRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: 'reports/$reportId',
  component: lazyRouteComponent(() => import('../features/reports/report-view.tsx'), 'ReportView'),
})

export const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'reports',
  component: lazyRouteComponent(() => import('../app/reports-pages.tsx'), 'ReportsPage'),
})
