import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type AppLinkProps = Pick<LinkProps, 'activeOptions'> & {
  readonly href: string
  readonly className?: string
  readonly children: ReactNode
}

/** A link whose address comes as data (a space's, an object's), where the router can't check it at compile time. */
export function AppLink({ href, activeOptions, className, children }: AppLinkProps) {
  return (
    <Link to={href as '/'} {...(activeOptions ? { activeOptions } : {})} {...(className ? { className } : {})}>
      {children}
    </Link>
  )
}
