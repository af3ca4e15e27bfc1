import { NavTabs, PageHeader } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { NotThere } from '../../lib/failure.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** The administration with its parts; for everybody else there is nothing here. */
export function AdministrationLayout() {
  const { t } = useTexts('administration')
  const { networkSpaceId } = useSession()
  const { pathname } = useLocation()
  const { data: setup } = useQuery({ ...trpc.setup.state.queryOptions(), staleTime: 60_000 })
  const title = t('administration:administration')
  const tabs = [
    { href: '/admin', label: t('administration:overview') },
    { href: '/admin/organizations', label: t('administration:organizations') },
    { href: '/admin/people', label: t('administration:people') },
    { href: '/admin/invitations', label: t('administration:invitations') },
    { href: '/admin/projects', label: t('administration:projects') },
    { href: '/admin/municipalities/import', label: t('administration:municipalities') },
    { href: '/admin/systems', label: t('administration:systems') },
    { href: '/admin/indicators', label: t('administration:indicators') },
    { href: '/admin/roles', label: t('administration:roles') },
    // Production has no mailbox.
    ...(setup && !setup.production ? [{ href: '/admin/mailbox', label: t('administration:mailbox') }] : []),
    { href: '/admin/audit', label: t('administration:audit') },
  ]
  const current = tabs.findLast((tab) => pathname === tab.href || pathname.startsWith(`${tab.href}/`)) ?? tabs[0]!
  usePageTitle(networkSpaceId ? `${current.label} · ${title}` : undefined)
  if (!networkSpaceId) return <NotThere />
  return (
    <div className="flex min-h-full flex-col">
      <PageHeader title={title} tabs={<NavTabs label={title} tabs={tabs} current={current.href} />} />
      <div className="mx-auto w-full max-w-5xl flex-1 p-4 sm:p-6">
        <Suspense fallback={<div className="h-40 animate-breathe rounded bg-sunken" />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
