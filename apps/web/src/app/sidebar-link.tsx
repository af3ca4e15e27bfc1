import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

/** How a line of the sidebar looks, link or button. */
export const sidebarRow =
  'flex min-h-8 items-center gap-2 rounded px-2 py-1 text-text hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-medium max-lg:min-h-11'

type SidebarLinkProps = {
  readonly href: string
  readonly icon?: LucideIcon
  readonly children: ReactNode
  readonly badge?: ReactNode
}

/** A line of the sidebar. */
export function SidebarLink({ href, icon: Drawing, children, badge }: SidebarLinkProps) {
  return (
    <AppLink href={href} activeOptions={{ exact: href === '/' }} className={sidebarRow}>
      {Drawing && <Drawing size={16} aria-hidden className="shrink-0 text-muted" />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {badge}
    </AppLink>
  )
}
