import { ErrorState, NavTabs, PageHeader } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** The administration with its parts; for everybody else there is nothing here. */
export function AdministrationLayout() {
  const { t } = useTexts('administration', 'errors', 'core')
  const { networkSpaceId } = useSession()
  const { pathname } = useLocation()
  const { data: setup } = useQuery({ ...trpc.setup.state.queryOptions(), staleTime: 60_000 })
  const title = t('administration:administration')
  useEffect(() => {
    document.title = `${title} · ${t('core:appName')}`
  }, [title, t])
  if (!networkSpaceId) return <ErrorState title={t('errors:notFound')} />
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
  const current = tabs.findLast((tab) => pathname === tab.href || pathname.startsWith(`${tab.href}/`))?.href ?? '/admin'
  return (
    <div className="flex min-h-full flex-col">
      <PageHeader title={title} tabs={<NavTabs label={title} tabs={tabs} current={current} />} />
      <div className="mx-auto w-full max-w-5xl flex-1 p-4 sm:p-6">
        <Suspense fallback={<div className="h-40 animate-breathe rounded bg-sunken" />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
