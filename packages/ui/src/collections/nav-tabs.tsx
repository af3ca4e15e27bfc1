import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import { tabListLook, tabLook } from './tab-look.ts'

/** A tab with an address. */
export type NavTab = {
  readonly href: string
  readonly label: string
  readonly badge?: ReactNode
}

export type NavTabsProps = {
  /** Names the navigation. */
  readonly label: string
  readonly tabs: readonly NavTab[]
  /** The address of the tab that is shown. */
  readonly current: string
}

/** On a phone the row scrolls: the tab that is shown is always in sight. */
const showInRow = (tab: HTMLElement | null): void => tab?.scrollIntoView({ block: 'nearest', inline: 'center' })

/** Pages of one thing, in a row above them; each is a link that can be opened elsewhere. */
export function NavTabs({ label, tabs, current }: NavTabsProps) {
  return (
    <nav aria-label={label}>
      <ul className={tabListLook}>
        {tabs.map(({ href, label: text, badge }) => (
          <li key={href} ref={href === current ? showInRow : undefined} className="shrink-0">
            <Link
              href={href}
              {...(href === current ? { 'aria-current': 'page', 'data-current': true } : {})}
              className={tabLook}
            >
              {text}
              {badge}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
