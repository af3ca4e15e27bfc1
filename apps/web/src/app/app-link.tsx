import { Link, type LinkProps } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

/** A link whose address comes as data (a space's, an object's), where the router can't check it at compile time. */
export function AppLink({ href, ...props }: { href: string } & Omit<ComponentProps<'a'>, 'href' | 'ref'> & Pick<LinkProps, 'activeOptions'>) {
  return <Link {...props} to={href as '/'} />
}
