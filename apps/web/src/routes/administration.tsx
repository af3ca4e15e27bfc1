import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { signedInRoute } from '../app/routes.tsx'

const layoutRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'admin',
  component: lazy(() => import('../features/administration/administration-layout.tsx'), 'AdministrationLayout'),
})
const part = <Path extends string>(path: Path, component: ReturnType<typeof lazy>) =>
  createRoute({ getParentRoute: () => layoutRoute, path, component })

export const administrationRoute = layoutRoute.addChildren([
  part(
    '/',
    lazy(() => import('../features/administration/overview-view.tsx'), 'OverviewView'),
  ),
  part(
    'organizations',
    lazy(() => import('../features/organizations/organizations-view.tsx'), 'OrganizationsView'),
  ),
  part(
    'people',
    lazy(() => import('../features/people/people-view.tsx'), 'PeopleView'),
  ),
  part(
    'invitations',
    lazy(() => import('../features/invitations/network-invitations-view.tsx'), 'NetworkInvitationsView'),
  ),
  part(
    'roles',
    lazy(() => import('../features/administration/roles-view.tsx'), 'RolesView'),
  ),
  part(
    'mailbox',
    lazy(() => import('../features/administration/mailbox-view.tsx'), 'MailboxView'),
  ),
  part(
    'audit',
    lazy(() => import('../features/administration/audit-view.tsx'), 'AuditView'),
  ),
])
