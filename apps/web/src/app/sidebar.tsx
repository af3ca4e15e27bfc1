import { useQuery } from '@tanstack/react-query'
import { Building2, ClipboardList, Home, MapPinned, Search, Settings2 } from 'lucide-react'
import { useSession } from '../lib/session.tsx'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'
import { PersonMenu } from './person-menu.tsx'
import { openPalette } from './palette-state.ts'
import { SidebarLink, sidebarRow } from './sidebar-link.tsx'
import { SidebarSpaces } from './sidebar-spaces.tsx'
import { StatusLine } from './status-line.tsx'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

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
          <button type="button" onClick={openPalette} className={`${sidebarRow} text-muted`}>
            <Search size={16} aria-hidden className="shrink-0" />
            <span className="flex-1 truncate text-start">{t('core:search')}</span>
            <kbd className="rounded border border-line px-1 text-xs pointer-coarse:hidden">
              {isApple ? '⌘K' : 'Ctrl K'}
            </kbd>
          </button>
          <SidebarLink href="/" icon={Home}>
            {t('shell:home')}
          </SidebarLink>
          <SidebarLink href="/reports" icon={ClipboardList}>
            {t('shell:reports')}
          </SidebarLink>
          <SidebarLink href="/municipalities" icon={MapPinned}>
            {t('shell:municipalities')}
          </SidebarLink>
          {session.networkSpaceId && (
            <SidebarLink href="/admin" icon={Settings2}>
              {t('shell:admin')}
            </SidebarLink>
          )}
        </div>
        {projects?.map((project) => (
          <div key={project.id} className="flex flex-col">
            <SidebarLink href={`/projects/${project.slug}`} icon={Building2}>
              {project.shortName}
            </SidebarLink>
          </div>
        ))}
        <SidebarSpaces />
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-1 border-t border-line p-2">
        <PersonMenu />
        <StatusLine />
      </div>
    </nav>
  )
}
