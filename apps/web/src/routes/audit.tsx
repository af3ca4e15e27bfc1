import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { administrationRoute } from './administration.tsx'

export const rolesRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'roles',
  component: lazyRouteComponent(() => import('../features/administration/roles-view.tsx'), 'RolesView'),
})

export const mailboxRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'mailbox',
  component: lazyRouteComponent(() => import('../features/administration/mailbox-view.tsx'), 'MailboxView'),
})

export const auditRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'audit',
  component: lazyRouteComponent(() => import('../features/administration/audit-view.tsx'), 'AuditView'),
})
