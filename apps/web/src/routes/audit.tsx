import { createRoute } from '@tanstack/react-router'
import { administrationRoute } from './administration.tsx'
import { lazyView } from '../lib/lazy-view.tsx'

export const rolesRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'roles',
  component: lazyView(() => import('../features/administration/roles-view.tsx'), 'RolesView'),
})

export const mailboxRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'mailbox',
  component: lazyView(() => import('../features/administration/mailbox-view.tsx'), 'MailboxView'),
})

export const auditRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: 'audit',
  component: lazyView(() => import('../features/administration/audit-view.tsx'), 'AuditView'),
})
