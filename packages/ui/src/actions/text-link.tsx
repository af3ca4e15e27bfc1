import type { ReactNode, Ref } from 'react'
import type { LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { Link as AriaLink } from 'react-aria-components/Link'
import { classNames } from '../class-names.ts'

export type TextLinkProps = Omit<AriaLinkProps, 'children' | 'className' | 'style'> & {
  readonly children: ReactNode
  /** Without colour and line until hovered: for names in lists, where everything is a link. */
  readonly isQuiet?: boolean
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLAnchorElement>
}

/** Goes somewhere, within a text. */
export function TextLink({ children, isQuiet = false, className, ...props }: TextLinkProps) {
  const look = isQuiet
    ? 'text-inherit no-underline data-hovered:underline'
    : 'text-action underline decoration-action/40 data-hovered:decoration-action'
  return (
    <AriaLink
      {...props}
      className={classNames(
        'focus-ring cursor-pointer rounded underline-offset-2 data-disabled:cursor-default',
        look,
        className,
      )}
    >
      {children}
    </AriaLink>
  )
}
