import { useQuery } from '@tanstack/react-query'
import { AppLink } from './app-link.tsx'
import { Building2, ClipboardList, Home, type LucideIcon, MapPinned, Search, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '../lib/session.tsx'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'
import { PersonMenu } from './person-menu.tsx'
import { openPalette } from './palette-state.ts'
import { SidebarSpaces } from './sidebar-spaces.tsx'
import { StatusLine } from './status-line.tsx'

/** Where one can go: the same on every screen. */
export function Sidebar() {
  const { t } = useTexts('shell', 'core')
  const session = useSession()
  const { data: projects } = useQuery(trpc.projects.mine.queryOptions({}))
  return (
    <nav aria-label={t('shell:mainNavigation')} className="flex h-full flex-col">
      <div className="flex h-12 shrink-0 items-center gap-2 px-4">
        <img src="/icon.svg" alt="" className="size-6" />
        <span className="font-semibold">{t('core:appName')}</span>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2 pb-4">
        <div className="flex flex-col">
          <button type="button" onClick={openPalette} className={`${row} text-muted`}>
            <Search size={16} aria-hidden className="shrink-0" />
            <span className="flex-1 truncate text-start">{t('core:search')}</span>
            <kbd className="rounded border border-line px-1 text-xs">⌘K</kbd>
          </button>
          <SidebarLink to="/" icon={Home}>
            {t('shell:home')}
          </SidebarLink>
          <SidebarLink to="/reports" icon={ClipboardList}>
            {t('shell:reports')}
          </SidebarLink>
          <SidebarLink to="/municipalities" icon={MapPinned}>
            {t('shell:municipalities')}
          </SidebarLink>
          {session.networkSpaceId && (
            <SidebarLink to="/admin" icon={Settings2}>
              {t('shell:admin')}
            </SidebarLink>
          )}
        </div>
        {projects?.map((project) => (
          <div key={project.id} className="flex flex-col">
            <SidebarLink to={`/projects/${project.slug}`} icon={Building2}>
              {project.shortName}
            </SidebarLink>
          </div>
        ))}
        <SidebarSpaces />
      </div>
      <div className="flex shrink-0 items-center gap-1 border-t border-line p-2">
        <PersonMenu />
        <span className="flex-1" />
        <StatusLine />
      </div>
    </nav>
  )
}

const row =
  'flex min-h-8 items-center gap-2 rounded px-2 py-1 text-text hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-medium max-lg:min-h-11'

/** A line of the sidebar. */
export function SidebarLink({ to, icon: Drawing, children, badge }: { to: string; icon?: LucideIcon; children: ReactNode; badge?: ReactNode }) {
  return (
    <AppLink href={to} activeOptions={{ exact: to === '/' }} className={row}>
      {Drawing && <Drawing size={16} aria-hidden className="shrink-0 text-muted" />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {badge}
    </AppLink>
  )
}
