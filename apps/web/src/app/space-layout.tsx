import type { SpaceKind } from '@kolo/domain/core/roles'
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { AppLink } from './app-link.tsx'
import { Suspense, useEffect, useRef } from 'react'
import { NotThere } from '../lib/failure.tsx'
import { useHub, useSpace } from '../lib/hub.tsx'
import { usePageTitle } from '../lib/page-title.ts'
import { placeOfTask } from '../lib/places.ts'
import { Present } from '../lib/present.tsx'
import { useTexts } from '../lib/texts.tsx'
import { ScreenSkeleton } from './screen-skeleton.tsx'
import { useSpaceTitle } from './space-title.ts'

const tabs = ['overview', 'threads', 'boards', 'documents', 'files', 'reports', 'invitations', 'people'] as const
type Tab = (typeof tabs)[number]

const everywhere: readonly Tab[] = ['overview', 'threads', 'boards', 'documents', 'files', 'people']
/** Reports are drafted in a municipality's space and handed in to a rollout's; invitations are the coordinators'. */
const tabsOf: Partial<Record<SpaceKind, readonly Tab[]>> = {
  rollout: tabs.filter((tab) => tab !== 'invitations'),
  municipality: tabs.filter((tab) => tab !== 'invitations'),
  coordination: ['overview', 'invitations', 'threads', 'boards', 'documents', 'files', 'people'],
  network: ['overview', 'people'],
}

/** A space with its tabs. The space is in the browser already when a tab is switched. */
export function SpaceLayout() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t } = useTexts('spaces', 'core', 'invitations')
  const { client } = useHub()
  const { state, status } = useSpace(spaceId)
  const { pathname, search } = useLocation()
  const task = 'task' in search && typeof search.task === 'string' ? search.task : undefined
  const open = tabs.find((tab) => tab === pathname.split('/')[3])
  const row = useRef<HTMLElement>(null)
  const titleOf = useSpaceTitle()
  const isThere = state !== undefined
  const title = state ? titleOf({ id: spaceId, ...state.space }) : ''

  useEffect(() => {
    if (status !== 'ready') return
    client.announce({ spaceId, at: task === undefined ? (open ?? 'overview') : placeOfTask(task), typing: null })
  }, [client, spaceId, open, task, status])
  useEffect(() => () => client.announce(null), [client, spaceId])
  const names: Record<Tab, string> = {
    overview: t('spaces:overview'),
    threads: t('spaces:discussion'),
    boards: t('spaces:board'),
    documents: t('spaces:documents'),
    files: t('spaces:files'),
    reports: t('spaces:reports'),
    invitations: t('invitations:invitations'),
    people: t('spaces:people'),
  }
  // On a phone the tabs scroll: the open one is always in sight.
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [open, isThere])
  usePageTitle(title && [open && names[open], title].filter(Boolean).join(' · '))

  if (status === 'forbidden') return <NotThere />
  if (!state) return <ScreenSkeleton />
  return (
    <div className="flex min-h-full flex-col">
      <header className="sticky top-0 z-20 border-b border-line bg-canvas print:static">
        <div className="flex items-center gap-3 px-4 pt-3 lg:px-6">
          <h1 className="min-w-0 flex-1 text-xl font-semibold max-sm:line-clamp-2 sm:truncate">{title}</h1>
          <Present spaceId={spaceId} />
        </div>
        <nav
          ref={row}
          aria-label={t('spaces:tabs')}
          className="flex gap-1 overflow-x-auto px-2 [scrollbar-width:none] lg:px-4 print:hidden"
        >
          {(tabsOf[state.space.kind ?? 'commons'] ?? everywhere).map((tab) => (
            <AppLink
              key={tab}
              href={`/spaces/${spaceId}/${tab}`}
              className="shrink-0 border-b-2 border-transparent px-3 py-2 text-muted hover:text-text aria-[current=page]:border-action aria-[current=page]:text-text max-lg:py-3"
            >
              {names[tab]}
            </AppLink>
          ))}
        </nav>
      </header>
      <div className="flex min-h-0 flex-1 flex-col">
        <Suspense fallback={<ScreenSkeleton />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
